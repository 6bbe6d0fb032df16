package vn.dancu.bus.camel.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.document.DocumentWork;

/** The source {@code document:accepted}, with work that a test scripts. */
class AcceptedConsumerTest {

    private static final int THREADS = 2;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<String> routed = Collections.synchronizedList(new ArrayList<>());
    private final List<String> returned = Collections.synchronizedList(new ArrayList<>());
    private final List<Integer> asked = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void goesOnAfterAClaimThatFailed() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        UUID document = UUID.randomUUID();

        start(most -> {
            switch (calls.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("The database is away");
                case 2 -> {
                    return List.of(document);
                }
                default -> {
                    return List.of();
                }
            }
        });

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(routed).contains(document.toString()));
    }

    /** What cannot be is no reason to stop either: the thread is the only one. */
    @Test
    void goesOnAfterAClaimThatBroughtMoreThanWasAsked() throws Exception {
        AtomicInteger calls = new AtomicInteger();

        start(most -> switch (calls.incrementAndGet()) {
            case 1 -> List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
            case 2 -> List.of(UUID.randomUUID());
            default -> List.of();
        });

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(routed).hasSize(4));
    }

    @Test
    void asksForAsManyAsThreadsAreFreeAlsoAfterFailures() throws Exception {
        AtomicInteger calls = new AtomicInteger();

        start(most -> {
            if (calls.incrementAndGet() <= 3) {
                return List.of(UUID.randomUUID());
            }
            return List.of();
        });

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(returned).hasSize(3));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(asked.get(asked.size() - 1)).isEqualTo(THREADS));
        assertThat(asked).allMatch(most -> most >= 1 && most <= THREADS);
    }

    private void start(IntFunction<List<UUID>> claims) throws Exception {
        camel.getRegistry().bind("work", new DocumentWork() {
            @Override
            public List<UUID> claim(int most) {
                asked.add(most);
                return claims.apply(most);
            }

            @Override
            public void answer(UUID document) {}

            @Override
            public void failed(UUID document, Throwable cause) {
                returned.add(document.toString());
            }
        });
        camel.addComponent("document", new DocumentComponent());
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("document:accepted?concurrentConsumers=" + THREADS).process(exchange -> {
                    routed.add(exchange.getMessage().getHeader("DanCuDocumentId", String.class));
                    throw new IllegalStateException("It cannot be answered");
                });
            }
        });
        camel.start();
    }
}
