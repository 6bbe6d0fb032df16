package vn.dancu.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import vn.dancu.bench.load.Target;
import vn.dancu.bench.profile.Recording;
import vn.dancu.bench.profile.Summary;
import vn.dancu.bench.profile.ThreadTimes;
import vn.dancu.bench.signed.BareSignatures;
import vn.dancu.bench.signed.JdbcSigner;
import vn.dancu.bench.signed.RunKey;
import vn.dancu.bench.signed.SignedLoad;
import vn.dancu.bench.trail.Words;

/**
 * Signed questions to the whole bus, which signs its answers, beside WSS4J alone that verifies such a question and signs such an answer, in rounds
 * that take turns. Questions are signed before a round begins.
 */
final class SignedBench {

    private static final Map<String, String> DEFAULTS = Map.of(
            "rounds", "3",
            "seconds", "12",
            "warmup", "180",
            "connections", "16",
            "threads", "0",
            "profile", "no",
            "jvm", "-Xms1g -Xmx1g");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final double MICROS = 1e6;

    private final Words words;
    private final Clock clock;
    private final Path folder;
    private final StringBuilder text = new StringBuilder();
    private String profile = "";
    private Instant measuredFrom = Instant.EPOCH;

    private SignedBench(Words words, Clock clock, Path folder) {
        this.words = words;
        this.clock = clock;
        this.folder = folder;
    }

    static String run(ClassPaths paths, Clock clock, List<String> settings) {
        SignedBench bench = new SignedBench(Words.of(DEFAULTS, settings), clock, paths.folder());
        RunKey asker = RunKey.make(paths.folder(), "signed-asker");
        RunKey own = RunKey.make(paths.folder(), "signed-bus");
        List<String> more = List.of(
                "--logging.level.root=WARN",
                "--dancu.trust.message.bundle=answers",
                "--spring.ssl.bundle.jks.answers.keystore.location="
                        + own.store().toUri(),
                "--spring.ssl.bundle.jks.answers.keystore.type=PKCS12",
                "--spring.ssl.bundle.jks.answers.keystore.password=" + RunKey.PASSWORD);
        BenchSettings servers = BenchSettings.parse(List.of(
                        "people=300",
                        "connections=" + bench.words.text("connections"),
                        "jvm=" + bench.words.text("jvm")))
                .deepStacks();
        try (BusServer bus = BusServer.start("signed-bus", servers, paths, clock, more)) {
            bench.measure(bus, asker, own);
        }
        return bench.text + bench.profile;
    }

    private void measure(BusServer bus, RunKey asker, RunKey own) {
        Duration warmup = Duration.ofSeconds(words.number("warmup"));
        // Doors, look-ups and records become warm sooner by questions that nobody has to sign before.
        bus.server().warmUp(warmup.dividedBy(4));
        JdbcSigner.register(bus.jdbcUrl(), BusServer.PARTNER.user(), asker.certificate());
        Target target = new Target("signed", bus.http(), BusServer.SERVICE, BusServer.PARTNER);
        SignedLoad load = new SignedLoad(target, bus.people(), asker.signing(), words.number("connections"), clock);
        BareSignatures bare = new BareSignatures(
                () -> load.envelope(bus.people().get(0)), bus.answers().get(0), asker, own);
        bare.require(firstAnswer(load));
        line(
                "unsigned answer %d bytes, %d people",
                bus.answers().get(0).length, bus.people().size());
        if (words.text("profile").equals("yes")) {
            Path file = folder.resolve("signed-bus.jfr");
            try (Recording recording = Recording.start(bus.server().pid(), file)) {
                rounds(bus.under(load), load, bare, warmup);
            }
            profile += Summary.of(file, measuredFrom);
        } else {
            rounds(bus.under(load), load, bare, warmup);
        }
        line("%s", bus.trail(bus.server(), bus.under(load)));
    }

    private void rounds(Server bus, SignedLoad load, BareSignatures bare, Duration warmup) {
        Duration seconds = Duration.ofSeconds(words.number("seconds"));
        bare.round(warmup.dividedBy(6), threads());
        bus.warmUp(warmup.multipliedBy(3).dividedBy(4));
        measuredFrom = clock.instant();
        line(
                "%n| round | WSS4J alone, pairs/s | bus, answers/s | ratio | p50 ms | p99 ms | server µs | compiler µs | client µs | database µs | rest µs |%n|---|---|---|---|---|---|---|---|---|---|---|");
        for (int i = 1; i <= words.number("rounds"); i++) {
            double alone = bare.round(seconds, threads());
            load.prepare(seconds);
            ThreadTimes before = ThreadTimes.of(bus.pid());
            Measured measured = bus.load(seconds, words.number("connections"));
            String times = ThreadTimes.of(bus.pid()).since(before);
            row(i, alone, measured);
            if (i == words.number("rounds")) {
                profile = times;
            }
        }
    }

    private void row(int number, double alone, Measured measured) {
        double rate = measured.round().perSecond();
        double used = measured.serverMicros() + measured.clientMicros() + measured.databaseMicros();
        line(
                "| %d | %.0f | %.0f | %.2f | %.1f | %.1f | %.0f | %.0f | %.0f | %.0f | %.0f |",
                number,
                alone,
                rate,
                rate / alone,
                measured.round().p50(),
                measured.round().p99(),
                measured.serverMicros(),
                measured.compilerMicros(),
                measured.clientMicros(),
                measured.databaseMicros(),
                Runtime.getRuntime().availableProcessors() * MICROS / rate - used);
        if (measured.round().errors() > 0) {
            line("%d errors: %s", measured.round().errors(), measured.round().complaints());
        }
    }

    private int threads() {
        return words.number("threads") == 0 ? Runtime.getRuntime().availableProcessors() : words.number("threads");
    }

    /** The first answer that is signed: the bus asks for signatures some time after the certificate was registered. */
    private static byte[] firstAnswer(SignedLoad load) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            byte[] answer = load.one();
            if (answer != null) {
                return answer;
            }
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
        throw new IllegalStateException("The bus asks for no signature");
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
