package vn.dancu.bus.camel.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.document.axis.AxisAccount;
import vn.dancu.bus.document.axis.AxisAccounts;
import vn.dancu.bus.document.axis.AxisContent;
import vn.dancu.bus.document.axis.AxisFailure;
import vn.dancu.bus.document.axis.AxisHeaders;
import vn.dancu.bus.document.axis.AxisMessageType;
import vn.dancu.bus.fixtures.RunningAxis;
import vn.dancu.bus.kernel.Sha256;

/** Routes of {@code axis:} endpoints over the mock axis. */
class AxisComponentTest {

    @TempDir
    private Path folder;

    private RunningAxis axis;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Map<String, byte[]> taken = new ConcurrentHashMap<>();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final List<String> given = new CopyOnWriteArrayList<>();
    private final CountDownLatch first = new CountDownLatch(1);

    private record Accounts(Map<String, AxisAccount> all) implements AxisAccounts {
        @Override
        public Set<String> names() {
            return all.keySet();
        }

        @Override
        public Optional<AxisAccount> find(String name) {
            return Optional.ofNullable(all.get(name));
        }
    }

    @BeforeEach
    void start() throws Exception {
        axis = RunningAxis.start(folder, 0);
        camel.getRegistry()
                .bind(
                        "axisAccounts",
                        new Accounts(Map.of(
                                "main", account("main", RunningAxis.REGISTER),
                                "portal", account("portal", RunningAxis.PORTAL))));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:send").to("axis:send?account=portal");
                from("axis:received?concurrency=2")
                        .to("axis:get")
                        .process(exchange -> {
                            if (failing.get()) {
                                throw new IllegalStateException("The register is away");
                            }
                            try (InputStream in = exchange.getMessage().getMandatoryBody(InputStream.class)) {
                                taken.put(
                                        exchange.getMessage().getHeader(AxisHeaders.DOC_ID, String.class),
                                        in.readAllBytes());
                            }
                        })
                        .setHeader(AxisHeaders.PROGRESS, constant("done"))
                        .to("axis:update-status");
                from("axis:received?account=portal&concurrency=2").process(exchange -> {
                    given.add(exchange.getMessage().getHeader(AxisHeaders.DOC_ID, String.class));
                    if (given.size() == 1) {
                        first.await();
                    }
                });
                from("axis:received?account=unknown").to("mock:never");
            }
        });
        camel.start();
    }

    private AxisAccount account(String name, String agency) {
        return new AxisAccount(name, agency, Duration.ofMillis(100), axis.transport(agency));
    }

    @AfterEach
    void stop() {
        first.countDown();
        camel.stop();
        axis.close();
    }

    private static byte[] document(int size) {
        return RunningAxis.document(RunningAxis.PORTAL, RunningAxis.REGISTER, "d-" + size, size);
    }

    private void send(Object body) {
        camel.createProducerTemplate().sendBody("direct:send", body);
    }

    @Test
    void takesEachDocumentOnceAndReportsItAsDone() {
        List<byte[]> documents = List.of(document(1), document(300_000), document(3));

        documents.forEach(this::send);

        await().until(() -> axis.transport(RunningAxis.REGISTER).count(AxisMessageType.EDOC) == 0);
        assertThat(taken.values())
                .extracting(Sha256::hex)
                .containsExactlyInAnyOrderElementsOf(
                        documents.stream().map(Sha256::hex).toList());
    }

    @Test
    void sendsAStreamAsItSendsBytes() {
        byte[] document = document(200_000);

        send(new java.io.ByteArrayInputStream(document));

        await().until(() -> taken.size() == 1);
        assertThat(taken.values()).containsExactly(document);
    }

    @Test
    void givesADocumentAgainUntilItIsTaken() {
        failing.set(true);
        send(document(1));
        axis.faults("[{\"verb\":\"getEdoc\",\"fault\":\"truncated\",\"times\":1}]");
        failing.set(false);

        await().until(() -> taken.size() == 1);
    }

    @Test
    void keepsNoMessageWaitingForOneThatTakesLong() {
        sendToPortal("long");
        await().until(() -> given.size() == 1);

        sendToPortal("short");

        await().until(() -> given.size() == 2);
        assertThat(first.getCount()).isEqualTo(1);
    }

    @Test
    void givesAMessageOnceThatWentThroughAndIsListedStill() {
        first.countDown();
        sendToPortal("1");
        await().until(() -> given.size() == 1);
        sendToPortal("2");
        await().until(() -> given.size() == 2);
        sendToPortal("3");
        await().until(() -> given.size() == 3);

        assertThat(axis.transport(RunningAxis.PORTAL).count(AxisMessageType.EDOC))
                .isEqualTo(3);
        assertThat(given).doesNotHaveDuplicates();
    }

    private void sendToPortal(String id) {
        axis.transport(RunningAxis.REGISTER)
                .send(
                        AxisContent.of(RunningAxis.document(RunningAxis.REGISTER, RunningAxis.PORTAL, id, 10)),
                        RunningAxis.REGISTER,
                        List.of(RunningAxis.PORTAL),
                        AxisMessageType.EDOC);
    }

    @Test
    void givesNoHalfDocumentToTheRoute() {
        axis.faults("[{\"verb\":\"getEdoc\",\"fault\":\"truncated\",\"times\":3}]");

        send(document(100_000));

        await().until(() -> taken.size() == 1);
        assertThat(taken.values()).containsExactly(document(100_000));
    }

    @Test
    void failsWithACodeThatSaysWhetherToTryAgain() {
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                CamelExecutionException.class, () -> camel.createProducerTemplate()
                                        .sendBodyAndHeader("direct:send", document(1), AxisHeaders.TO, "H99.77"))
                        .getCause())
                .isInstanceOfSatisfying(AxisFailure.class, failure -> assertThat(failure.isTemporary())
                        .isFalse());
    }
}
