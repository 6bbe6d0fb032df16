package vn.dancu.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import vn.dancu.bench.load.Credentials;
import vn.dancu.bench.load.Person;
import vn.dancu.bench.profile.Recording;
import vn.dancu.bench.profile.Summary;
import vn.dancu.bench.signed.BareSignatures;
import vn.dancu.bench.signed.JdbcSigner;
import vn.dancu.bench.signed.RunKey;
import vn.dancu.bench.signed.SignedClient;
import vn.dancu.bench.trail.Words;
import vn.dancu.bus.signing.SigningKey;
import vn.dancu.bus.trust.message.MessageSignatures;

/**
 * Signed questions to the whole bus, which signs its answers, beside WSS4J alone that verifies such a question and signs such an answer, in rounds
 * that take turns. Questions are signed before a round begins.
 */
final class SignedBench {

    private static final Map<String, String> DEFAULTS = Map.of(
            "rounds", "3",
            "seconds", "10",
            "warmup", "120",
            "connections", "16",
            "threads", "0",
            "profile", "no",
            "jvm", "-Xms1g -Xmx1g");
    private static final Credentials PARTNER = new Credentials("h41-lgsp", "sandbox-h41");
    private static final String PATH = "/soap/population/v1";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int FIRST_ROUND = 3_000;

    /** A rise below it is none. */
    private static final double FLAT = 1.03;

    private final Words words;
    private final Clock clock;
    private final Path folder;
    private final MessageSignatures signatures;
    private final StringBuilder text = new StringBuilder();
    private String profile = "";
    private Instant measuredFrom = Instant.EPOCH;

    private SignedBench(Words words, Clock clock, Path folder) {
        this.words = words;
        this.clock = clock;
        this.folder = folder;
        this.signatures = new MessageSignatures(clock);
    }

    static String run(ClassPaths paths, Clock clock, List<String> settings) {
        Path folder = paths.folder();
        SignedBench bench = new SignedBench(Words.of(DEFAULTS, settings), clock, folder);
        RunKey asker = RunKey.make(folder, "signed-asker");
        RunKey own = RunKey.make(folder, "signed-bus");
        Sandbox sandbox = Sandbox.fresh(folder, "signed");
        List<String> arguments = new ArrayList<>(sandbox.arguments(paths.routes()));
        arguments.addAll(List.of(
                "--dancu.sandbox.citizens=1000",
                "--dancu.sandbox.sms.port=" + Ports.free(),
                "--dancu.sandbox.axis.port=" + Ports.free(),
                "--logging.level.root=WARN",
                "--dancu.trust.message.bundle=answers",
                "--spring.ssl.bundle.jks.answers.keystore.location="
                        + own.store().toUri(),
                "--spring.ssl.bundle.jks.answers.keystore.type=PKCS12",
                "--spring.ssl.bundle.jks.answers.keystore.password=" + RunKey.PASSWORD));
        List<String> jvm = new ArrayList<>(List.of(bench.words.text("jvm").split(" ")));
        jvm.add("-XX:FlightRecorderOptions=stackdepth=192");
        try (ChildJvm bus = ChildJvm.start("signed-bus", folder, jvm, paths.bus(), arguments)) {
            bench.measure(sandbox, bus, asker, own);
        }
        return bench.text + bench.profile;
    }

    private void measure(Sandbox sandbox, ChildJvm bus, RunKey asker, RunKey own) {
        SignedClient client = new SignedClient(sandbox.http(), PATH, PARTNER, clock);
        List<Person> people = people(sandbox, bus);
        List<Person> found = people.stream()
                .filter(one -> client.once(question(one)).contains("<CongDan>"))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("The bus answers about nobody: " + client.once(question(people.get(0))));
        }
        byte[] answer = client.once(question(found.get(0))).getBytes(StandardCharsets.UTF_8);
        JdbcSigner.register(sandbox.jdbcUrl(), PARTNER.user(), asker.certificate());
        awaitDemand(client, question(found.get(0)));
        BareSignatures bare =
                new BareSignatures(() -> signatures.sign(question(found.get(0)), asker.signing()), answer, asker, own);
        line("unsigned answer %d bytes, %d people", answer.length, found.size());
        line(
                "%n| round | WSS4J alone, pairs/s | bus, answers/s | ratio | bus, processor µs an answer |%n|---|---|---|---|---|");
        if (words.text("profile").equals("yes")) {
            Path file = folder.resolve("signed-bus.jfr");
            try (Recording recording = Recording.start(bus.pid(), file)) {
                rounds(bus, client, found, asker.signing(), bare);
            }
            profile = Summary.of(file, measuredFrom);
        } else {
            rounds(bus, client, found, asker.signing(), bare);
        }
    }

    private void rounds(ChildJvm bus, SignedClient client, List<Person> people, SigningKey key, BareSignatures bare) {
        int threads =
                words.number("threads") == 0 ? Runtime.getRuntime().availableProcessors() : words.number("threads");
        Duration seconds = Duration.ofSeconds(words.number("seconds"));
        bare.round(Duration.ofSeconds(words.number("warmup") / 4), threads);
        double rate = warm(client, people, key);
        measuredFrom = clock.instant();
        for (int i = 1; i <= words.number("rounds"); i++) {
            double alone = bare.round(seconds, threads);
            List<byte[]> questions = signed(people, key, (int) (rate * 1.5 * seconds.toSeconds()));
            Duration before = bus.cpu();
            SignedClient.Round round = client.round(seconds, words.number("connections"), questions);
            long used = bus.cpu().minus(before).toNanos() / 1000;
            rate = round.perSecond();
            line("| %d | %.0f | %.0f | %.2f | %d |", i, alone, rate, rate / alone, used / Math.max(1, round.answers()));
            if (!round.wrong().isEmpty()) {
                line("wrong: %s", round.wrong());
            }
        }
    }

    /** Asks for so many seconds, and on until the rate rises no more; what the rate is then. */
    private double warm(SignedClient client, List<Person> people, SigningKey key) {
        long seconds = words.number("warmup");
        long start = System.nanoTime();
        double before = 0;
        double rate = asked(client, people, key, FIRST_ROUND).perSecond();
        while (System.nanoTime() - start < Duration.ofSeconds(seconds).toNanos()
                || rate > FLAT * before
                        && System.nanoTime() - start
                                < Duration.ofSeconds(3 * seconds).toNanos()) {
            before = rate;
            rate = asked(client, people, key, (int) Math.max(FIRST_ROUND, 5 * rate))
                    .perSecond();
        }
        return rate;
    }

    private SignedClient.Round asked(SignedClient client, List<Person> people, SigningKey key, int many) {
        return client.round(PATIENCE, words.number("connections"), signed(people, key, many));
    }

    private List<byte[]> signed(List<Person> people, SigningKey key, int many) {
        return IntStream.range(0, many)
                .parallel()
                .mapToObj(i -> signatures.sign(question(people.get(i % people.size())), key))
                .toList();
    }

    private static void awaitDemand(SignedClient client, byte[] unsigned) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!client.once(unsigned).contains("signature_missing")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The bus asks for no signature");
            }
            LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
        }
    }

    private static byte[] question(Person person) {
        return ("<soapenv:Envelope xmlns:soapenv=\"http://schemas.xmlsoap.org/soap/envelope/\""
                        + " xmlns:dan=\"http://dancuquocgia.bca\"><soapenv:Header/><soapenv:Body><dan:TraCuuThongTinCongDan>"
                        + "<dan:MaYeuCau>" + UUID.randomUUID()
                        + "</dan:MaYeuCau><dan:MaDVC>1.001193</dan:MaDVC><dan:MaTichHop>037</dan:MaTichHop>"
                        + "<dan:MaCanBo>canbo01</dan:MaCanBo><dan:SoDinhDanh>" + person.number()
                        + "</dan:SoDinhDanh><dan:HoVaTen>"
                        + person.name() + "</dan:HoVaTen><dan:NgayThangNamSinh>" + person.birthElement()
                        + "</dan:NgayThangNamSinh></dan:TraCuuThongTinCongDan></soapenv:Body></soapenv:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<Person> people(Sandbox sandbox, ChildJvm bus) {
        Fetching fetching = new Fetching();
        fetching.whenReady(sandbox.http(), "/actuator/health/readiness", bus, PATIENCE);
        try {
            List<Person> people = new ArrayList<>();
            for (JsonNode one : new ObjectMapper()
                    .readTree(fetching.whenReady(sandbox.http(), "/sandbox/citizens?limit=300", bus, PATIENCE))) {
                people.add(Person.listed(
                        one.path("soDinhDanh").asText(),
                        one.path("hoVaTen").asText(),
                        one.path("ngaySinh").asText()));
            }
            return people;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The sandbox's list of citizens is no JSON", e);
        }
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
