package vn.dancu.bench.document;

import com.sun.management.OperatingSystemMXBean;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RouteController;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bench.trail.Words;
import vn.dancu.bus.BusApplication;
import vn.dancu.bus.document.DocumentBalance;
import vn.dancu.bus.document.Documents;
import vn.dancu.bus.document.axis.AxisMessageType;
import vn.dancu.bus.document.axis.AxisProgress;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.axis.ReceivedItem;

/**
 * Documents of about 100 KB with one question each, from the mock axis through the whole bus and back, beside a bare loop: HTTP get,
 * parse, one query, HTTP post. The mock axis runs in the process of the bus; its work counts against both.
 */
public final class DocumentBench {

    private static final Map<String, String> DEFAULTS =
            Map.of("documents", "2000", "warmup", "3000", "bytes", "100000", "people", "100000", "senders", "12");

    private static final String RECEIVING = "axis-receive";

    /** What is sent for a document: its answer, four statuses, two reports to the axis. */
    private static final int MESSAGES = 7;

    private final Words words;
    private final ConfigurableApplicationContext bus;
    private final MessageContext messages;
    private final JdbcTemplate jdbc;
    private final Agency agency;
    private final Agency portal;
    private final List<Person> people;
    private final StringBuilder text = new StringBuilder();

    private record Person(String number, String name, int year) {}

    private DocumentBench(Words words, ConfigurableApplicationContext bus, int axis) {
        this.words = words;
        this.bus = bus;
        this.messages = bus.getBean(MessageContext.class);
        this.jdbc = bus.getBean(JdbcTemplate.class);
        this.agency = Agency.of(Agency.PROVINCE, "sandbox-axis-h41", axis);
        this.portal = Agency.of("000.00.00.G22", "sandbox-axis-g22", axis);
        this.people = jdbc.query(
                "select so_dinh_danh, name_folded, birth_year from register.citizen"
                        + " where so_dinh_danh is not null and state = 'ALIVE' limit 1000",
                (rs, number) -> new Person(rs.getString(1), rs.getString(2), rs.getInt(3)));
    }

    /**
     * Runs it all.
     *
     * @param folder for the log of the bus
     * @param arguments of a bus in profile sandbox on data of its own
     * @return the table
     */
    public static String run(Path folder, List<String> arguments, int axis, List<String> settings) {
        Words words = Words.of(DEFAULTS, settings);
        List<String> all = new ArrayList<>(arguments);
        all.add("--dancu.sandbox.axis.port=" + axis);
        all.add("--dancu.sandbox.citizens=1000");
        all.add("--dancu.document.axis.accounts.main.poll-pause=100ms");
        all.add("--logging.level.root=WARN");
        all.add("--logging.file.name=" + folder.resolve("document-bus.log"));
        try (ConfigurableApplicationContext bus =
                new SpringApplicationBuilder(BusApplication.class).run(all.toArray(String[]::new))) {
            DocumentBench bench = new DocumentBench(words, bus, axis);
            bench.measure();
            return bench.text.toString();
        }
    }

    private void measure() {
        int documents = words.number("documents");
        through(words.number("warmup"));
        bare(words.number("warmup") / 2);
        line("documents of %d bytes with one question, %d of each kind%n", words.number("bytes"), documents);
        line("| | documents/s | cores that the JVM had busy |%n|---|---|---|");
        Rate through = through(documents);
        line(
                "| received, answered, and everything sent: answer, four statuses, two reports to the axis | %s |",
                through);
        Rate bare = bare(documents);
        line("| bare loop: get, parse, one query, post | %s |", bare);
        line("%nbus / bare: %.2f%n", through.perSecond() / bare.perSecond());
        line("a list of %d people: %.1f s from its sending to its end", words.number("people"), list());
        line("balance %s", bus.getBean(Documents.class).balance());
    }

    /** From the first look at the axis, where all documents lie as they do for the bare loop, until the outbox is empty. */
    private Rate through(int count) {
        long before = delivered();
        receive(false);
        inThreads(
                2,
                count,
                i -> agency.send(
                        agency.request(messages, "hoi.json", "application/json", question(i), words.number("bytes")),
                        Agency.REGISTER));
        Start start = Start.now();
        receive(true);
        await(() -> delivered() >= before + (long) count * MESSAGES);
        return start.rate(count);
    }

    private void receive(boolean on) {
        try {
            RouteController routes = bus.getBean(CamelContext.class).getRouteController();
            if (on) {
                routes.startRoute(RECEIVING);
            } else {
                routes.stopRoute(RECEIVING);
            }
        } catch (Exception e) {
            throw new IllegalStateException("The route of the axis does not stop and start", e);
        }
    }

    /** When something began, and the CPU time of this process until then: of the bus, the mock axis and the client. */
    private record Start(long nanos, long cpu) {

        static Start now() {
            return new Start(System.nanoTime(), cpuNanos());
        }

        Rate rate(int count) {
            double elapsed = System.nanoTime() - nanos;
            return new Rate(count * 1e9 / elapsed, (cpuNanos() - cpu) / elapsed);
        }

        private static long cpuNanos() {
            return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                    .getProcessCpuTime();
        }
    }

    private record Rate(double perSecond, double cores) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.0f | %.1f", perSecond, cores);
        }
    }

    private long ended() {
        return bus.getBean(Documents.class).balance().stream()
                .mapToLong(DocumentBalance::answered)
                .sum();
    }

    /** Counted in memory: a query that counts as often as this is asked would take a good part of the database's time. */
    private long delivered() {
        Timer delivered = bus.getBean(MeterRegistry.class)
                .find("dancu.delivery.attempts")
                .tags("channel", "axis", "outcome", "delivered")
                .timer();
        return delivered == null ? 0 : delivered.count();
    }

    /** The same documents, sent to another agency, which does no more than it must. */
    private Rate bare(int count) {
        byte[] document = agency.request(messages, "hoi.json", "application/json", question(0), words.number("bytes"));
        inThreads(2, count, i -> agency.send(document, portal.code()));
        byte[] answer = agency.request(messages, "tra-loi.json", "application/json", question(0), 10_000);
        Start start = Start.now();
        List<ReceivedItem> waiting = portal.transport().received(AxisMessageType.EDOC);
        inThreads(words.number("senders"), waiting.size(), i -> {
            String docId = String.valueOf(waiting.get(i).number());
            try (InputStream in = portal.transport().get(docId);
                    Message message = messages.xml(Version.EDXML_V1)
                            .within(MessageLimits.LARGE)
                            .read(in)) {
                messages.documents().read(message);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Person person = people.get(i % people.size());
            jdbc.queryForMap("select * from register.citizen where so_dinh_danh = ?", person.number());
            portal.send(answer, agency.code());
            portal.transport().updateStatus(docId, AxisProgress.DONE, null);
        });
        return start.rate(waiting.size());
    }

    private double list() {
        int count = words.number("people");
        long before = ended();
        StringBuilder list = new StringBuilder("SoDinhDanh;HoVaTen;NgaySinh;MaCanBo;MaDVC;DichVu;Truong\n");
        for (int i = 0; i < count; i++) {
            Person person = people.get(i % people.size());
            list.append(person.number())
                    .append(';')
                    .append(person.name())
                    .append(';')
                    .append(person.year());
            list.append(i == 0 ? ";canbo01;1.001193;TraCuuThongTinCongDan;SoDinhDanh HoVaTen ThuongTru\n" : ";;;;\n");
        }
        byte[] document = agency.request(messages, "danh-sach.csv", "text/csv", list.toString(), 0);
        long start = System.nanoTime();
        agency.send(document, Agency.REGISTER);
        await(() -> ended() > before);
        return (System.nanoTime() - start) / 1e9;
    }

    private String question(int number) {
        Person person = people.get(number % people.size());
        return "{\"dichVu\": \"TraCuuThongTinCongDan\", \"maYeuCau\": \"" + UUID.randomUUID()
                + "\", \"maDVC\": \"1.001193\", \"maCanBo\": \"canbo01\", \"soDinhDanh\": \"" + person.number()
                + "\", \"hoVaTen\": \"" + person.name() + "\", \"ngaySinh\": \"" + person.year() + "\"}";
    }

    private static void await(BooleanSupplier done) {
        try {
            while (!done.getAsBoolean()) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("The bench was interrupted", e);
        }
    }

    private static void inThreads(int threads, int count, IntConsumer work) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        AtomicInteger next = new AtomicInteger();
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(pool.submit(() -> {
                    for (int at = next.getAndIncrement(); at < count; at = next.getAndIncrement()) {
                        work.accept(at);
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
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
