package vn.dancu.bench.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bench.trail.Words;
import vn.dancu.bus.BusApplication;
import vn.dancu.bus.delivery.Deliveries;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.OutboundMessage;
import vn.dancu.bus.delivery.Outbox;

/**
 * Messages through the outbox of the whole bus to a queue of its broker, each put in a transaction of its own, beside a bare
 * loop that sends the same bodies to the same broker, a session transaction each.
 */
public final class DeliveryBench {

    private static final Map<String, String> DEFAULTS = Map.of(
            "seconds", "20", "warmup", "30", "bytes", "2048", "putters", "16", "senders", "16", "backlog", "20000");
    private static final String CHANNEL = "bench";

    /** One to which the bus may send, with its hub, which takes everything at once. */
    private static final String QUEUE = "dancu.hub.h41-lgsp.notice";

    private final Words words;
    private final ConfigurableApplicationContext bus;
    private final byte[] body;
    private final AtomicLong names = new AtomicLong();
    private final StringBuilder text = new StringBuilder();

    private DeliveryBench(Words words, ConfigurableApplicationContext bus) {
        this.words = words;
        this.bus = bus;
        this.body = new byte[words.number("bytes")];
        new Random(1).nextBytes(body);
    }

    /**
     * Runs it all.
     *
     * @param folder for the log of the bus
     * @param arguments of a bus in profile sandbox on data of its own
     * @return the table
     */
    public static String run(Path folder, List<String> arguments, List<String> settings) {
        Words words = Words.of(DEFAULTS, settings);
        List<String> all = new ArrayList<>(arguments);
        all.add("--dancu.sandbox.citizens=1000");
        all.add("--dancu.delivery.channels." + CHANNEL + ".concurrency=" + words.number("senders"));
        all.add("--logging.level.root=WARN");
        all.add("--logging.file.name=" + folder.resolve("delivery-bus.log"));
        try (ConfigurableApplicationContext bus =
                new SpringApplicationBuilder(BusApplication.class).run(all.toArray(String[]::new))) {
            DeliveryBench bench = new DeliveryBench(words, bus);
            try (JMSContext hub = bench.hub()) {
                bench.measure();
            }
            return bench.text.toString();
        }
    }

    private void measure() {
        Duration seconds = Duration.ofSeconds(words.number("seconds"));
        addRoute();
        through(Duration.ofSeconds(words.number("warmup")));
        bare(words.number("senders"), Duration.ofSeconds(words.number("warmup") / 2));
        line(
                "bodies of %d bytes, %d putters, %d senders",
                body.length, words.number("putters"), words.number("senders"));
        line("%n| | messages/s |%n|---|---|");
        double through = through(seconds);
        line("| put, sent and noted, at the same time | %.0f |", through);
        line("| a backlog of %d, sent and noted | %.0f |", words.number("backlog"), backlog());
        double bare = bare(words.number("senders"), seconds);
        line("| bare JMS, a session transaction for each message, %d threads | %.0f |", words.number("senders"), bare);
        line("| the same, one thread | %.0f |", bare(1, seconds));
        line("%noutbox / bare JMS: %.2f; balance %s", through / bare, balance());
    }

    private JMSContext hub() {
        JMSContext hub = bus.getBean(ConnectionFactory.class)
                .createContext("h41-lgsp", "sandbox-h41", JMSContext.DUPS_OK_ACKNOWLEDGE);
        hub.createConsumer(hub.createQueue(QUEUE)).setMessageListener(message -> {});
        return hub;
    }

    private void addRoute() {
        try {
            bus.getBean(CamelContext.class).addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    errorHandler(noErrorHandler());
                    from("delivery:" + CHANNEL)
                            .routeId("bench-delivery")
                            .to("jms:queue:" + QUEUE + "?exchangePattern=InOnly");
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException("The route of the bench does not start", e);
        }
    }

    /** Putters put as fast as they can for that time; counted is what was delivered until the outbox was empty again. */
    private double through(Duration time) {
        long before = names.get();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        inThreads(words.number("putters"), () -> {
            while (System.nanoTime() < end) {
                put();
            }
        });
        awaitEmpty();
        return (names.get() - before) * 1e9 / (System.nanoTime() - start);
    }

    private double backlog() {
        int count = words.number("backlog");
        CamelContext camel = bus.getBean(CamelContext.class);
        try {
            camel.getRouteController().stopRoute("bench-delivery");
            int putters = words.number("putters");
            inThreads(putters, () -> {
                for (int i = 0; i < count / putters; i++) {
                    put();
                }
            });
            long start = System.nanoTime();
            camel.getRouteController().startRoute("bench-delivery");
            awaitEmpty();
            return (double) (count / putters * putters) * 1e9 / (System.nanoTime() - start);
        } catch (Exception e) {
            throw new IllegalStateException("The route of the bench does not stop and start", e);
        }
    }

    private void put() {
        OutboundMessage message = new OutboundMessage(
                CHANNEL,
                "queue",
                null,
                "bench/" + names.incrementAndGet(),
                null,
                Map.of("DanCuKind", "bench"),
                "application/octet-stream",
                MessageContent.of(body),
                null);
        new TransactionTemplate(bus.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> bus.getBean(Outbox.class).put(message));
    }

    private double bare(int threads, Duration time) {
        AtomicLong sent = new AtomicLong();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        ConnectionFactory factory = bus.getBean(ConnectionFactory.class);
        inThreads(threads, () -> {
            try (var session = factory.createContext(JMSContext.SESSION_TRANSACTED)) {
                var producer = session.createProducer();
                var queue = session.createQueue(QUEUE);
                while (System.nanoTime() < end) {
                    producer.send(queue, body);
                    session.commit();
                    sent.incrementAndGet();
                }
            }
        });
        return sent.get() * 1e9 / (System.nanoTime() - start);
    }

    private Deliveries.Balance balance() {
        return bus.getBean(Deliveries.class).balances().stream()
                .filter(one -> one.channel().equals(CHANNEL))
                .findFirst()
                .orElse(new Deliveries.Balance(CHANNEL, 0, 0, 0, 0, 0, 0));
    }

    private long delivered() {
        Timer delivered = bus.getBean(MeterRegistry.class)
                .find("dancu.delivery.attempts")
                .tags("channel", CHANNEL, "outcome", "delivered")
                .timer();
        return delivered == null ? 0 : delivered.count();
    }

    private void awaitEmpty() {
        while (delivered() < names.get()) {
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException("The bench was interrupted", e);
            }
        }
    }

    private static void inThreads(int count, Runnable work) {
        ExecutorService pool = Executors.newFixedThreadPool(count);
        try {
            List<Future<?>> threads = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                threads.add(pool.submit(work));
            }
            for (Future<?> thread : threads) {
                thread.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("A thread of the bench failed", e);
        } finally {
            pool.shutdown();
        }
    }

    private void line(String form, Object... values) {
        text.append(String.format(Locale.ROOT, form, values)).append('\n');
    }
}
