package vn.dancu.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bench.delivery.DeliveryBench;
import vn.dancu.bench.document.DocumentBench;
import vn.dancu.bench.enrichment.EnrichmentBench;
import vn.dancu.bench.list.ListBench;
import vn.dancu.bench.profile.Recording;
import vn.dancu.bench.profile.Summary;
import vn.dancu.bench.profile.ThreadTimes;
import vn.dancu.bench.register.RegisterBench;
import vn.dancu.bench.trail.AppendBench;
import vn.dancu.bench.trail.SearchBench;

/**
 * The command: {@code compare}, {@code rest}, {@code hub}, {@code profile}, {@code append}, {@code search}, {@code register},
 * {@code delivery}, {@code documents}, {@code sms}, {@code enrichment}, {@code list}, {@code feed},
 * {@code signed}, {@code upstream} or {@code chain}, with settings as {@code name=value}.
 */
public final class Bench {

    private final Clock clock;
    private final PrintStream out;
    private final ClassPaths paths;
    private final Path results;

    private Bench(Clock clock, PrintStream out, Path project) {
        this.clock = clock;
        this.out = out;
        this.paths = new ClassPaths(project.resolve("target"));
        this.results = project.resolve("bench/results");
    }

    public static void main(String[] arguments) {
        Bench bench = new Bench(
                Clock.systemUTC(),
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                Path.of("").toAbsolutePath());
        List<String> settings = Arrays.asList(arguments).subList(1, arguments.length);
        switch (arguments[0]) {
            case "compare" -> bench.compare(BenchSettings.parse(settings));
            case "rest" -> bench.rest(BenchSettings.parse(settings));
            case "hub" -> bench.hub(BenchSettings.parse(settings));
            case "upstream" -> bench.upstream(BenchSettings.parse(settings));
            case "profile" -> bench.profile(BenchSettings.parse(settings));
            case "append" -> bench.append(settings);
            case "search" -> bench.search(settings);
            case "register" -> bench.register(settings);
            case "delivery" -> bench.delivery(settings);
            case "documents" -> bench.documents(settings);
            case "sms" -> bench.sms(settings);
            case "enrichment" -> bench.enrichment(settings);
            case "list" -> bench.list(settings);
            case "feed" -> bench.feed(settings);
            case "signed" -> bench.signed(settings);
            case "chain" -> bench.chain(settings);
            default ->
                throw new IllegalArgumentException(
                        arguments[0]
                                + " is none of compare, rest, hub, profile, append, search, register, delivery, documents, sms, enrichment, list, feed, signed, upstream, chain");
        }
    }

    private void compare(BenchSettings settings) {
        var conditions = Conditions.of(settings);
        try (BusServer sandbox = BusServer.start("bus", settings, paths, clock);
                Server bare = BareServer.start(settings, paths, clock, sandbox);
                BusServer earlier = earlier(settings, List.of())) {
            List<Server> servers = new ArrayList<>(List.of(bare, sandbox.server()));
            if (earlier != null) {
                servers.add(1, earlier.server());
            }
            publish("compare", new Report(conditions, rounds(servers, settings), sandbox.trail(sandbox.server())));
        }
    }

    /** The REST door of the bus beside its SOAP door and, where there is one, the REST door of an earlier bus. */
    private void rest(BenchSettings settings) {
        var conditions = Conditions.of(settings);
        try (BusServer sandbox = BusServer.start("bus", settings, paths, clock);
                BusServer earlier = earlier(settings, List.of())) {
            Server rest = sandbox.rest(settings.width(), clock);
            Server soap = sandbox.soap("soap", settings.width(), clock);
            List<Server> servers = new ArrayList<>(List.of(soap, rest));
            if (earlier != null) {
                servers.add(1, earlier.rest(settings.width(), clock));
            }
            publish("rest", new Report(conditions, rounds(servers, settings), sandbox.trail(rest, soap)));
        }
    }

    /** The queues of one hub, at a bare loop, at the bus and, where there is one, at an earlier bus. */
    private void hub(BenchSettings settings) {
        var conditions = Conditions.of(settings);
        try (BusServer sandbox = BusServer.start("bus", settings, paths, clock);
                Server bare = BareHub.start(settings, paths, sandbox);
                BusServer earlier = earlier(settings, List.of())) {
            Server queues = sandbox.queues(settings.width());
            List<Server> servers = new ArrayList<>(List.of(bare, queues));
            if (earlier != null) {
                servers.add(1, earlier.queues(settings.width()));
            }
            publish("hub", new Report(conditions, rounds(servers, settings), sandbox.trail(queues)));
        }
    }

    private void signed(List<String> settings) {
        String report = SignedBench.run(paths, clock, settings);
        keep("signed", "txt", report);
        out.println(report);
    }

    /** A bus in the role upstream beside the least that a hub can do, both before another side that takes no time. */
    private void upstream(BenchSettings settings) {
        var conditions = Conditions.of(settings);
        try (UpstreamServers side = UpstreamServers.start(settings, paths);
                BusServer hub = BusServer.start("bus", settings, paths, clock, side.settings());
                Server proxy = side.proxy(settings, paths, clock, hub);
                BusServer earlier = earlier(settings, side.settings())) {
            List<Server> servers = new ArrayList<>(List.of(proxy, hub.server()));
            if (earlier != null) {
                servers.add(1, earlier.server());
            }
            publish("upstream", new Report(conditions, rounds(servers, settings), hub.trail(hub.server())));
        }
    }

    private void publish(String what, Report report) {
        keep(what, "txt", report.table());
        keep(what, "tsv", report.raw());
        out.println(report.table());
    }

    private static List<Measured> rounds(List<Server> servers, BenchSettings settings) {
        servers.forEach(server -> server.warmUp(settings.warmup()));
        List<Measured> rounds = new ArrayList<>();
        for (int i = 0; i < settings.rounds(); i++) {
            for (int connections : settings.connections()) {
                servers.forEach(server -> rounds.add(server.load(settings.seconds(), connections)));
            }
        }
        return rounds;
    }

    /** The bus of another checkout, or null. */
    private @Nullable BusServer earlier(BenchSettings settings, List<String> more) {
        return settings.earlier().isEmpty()
                ? null
                : BusServer.start("earlier", settings, paths.of(Path.of(settings.earlier())), clock, more);
    }

    private void profile(BenchSettings settings) {
        if (settings.door().equals("upstream")) {
            try (UpstreamServers side = UpstreamServers.start(settings, paths)) {
                profile(settings, "soap", side.settings());
            }
        } else {
            profile(settings, settings.door(), List.of());
        }
    }

    private void profile(BenchSettings settings, String door, List<String> more) {
        var conditions = Conditions.of(settings);
        try (BusServer sandbox = BusServer.start("bus", settings.deepStacks(), paths, clock, more)) {
            Server bus = sandbox.door(door, settings.width(), clock);
            Path file = paths.folder().resolve("bus.jfr");
            Measured measured;
            String times;
            Instant from;
            try (Recording recording = Recording.start(bus.pid(), file)) {
                bus.warmUp(settings.warmup());
                JdbcBackends database = new JdbcBackends(sandbox.jdbcUrl());
                ThreadTimes before = ThreadTimes.of(bus.pid());
                from = clock.instant();
                measured = bus.load(settings.seconds(), settings.width());
                times = ThreadTimes.of(bus.pid()).since(before)
                        + database.since(measured.round().answers());
            }
            String text = new Report(conditions, List.of(measured), sandbox.trail(bus)).table() + times + "\n"
                    + Summary.of(file, from);
            keep("profile", "txt", text);
            out.println(text);
        }
    }

    private void append(List<String> settings) {
        Sandbox sandbox = Sandbox.fresh(paths.folder(), "append");
        List<String> arguments = sandbox.arguments(paths.routes())
                .subList(1, sandbox.arguments(paths.routes()).size());
        String text = AppendBench.run(paths.folder(), arguments, sandbox.jdbcUrl(), settings);
        keep("append", "txt", Conditions.machine() + "\n" + text);
        out.println(text);
    }

    private void delivery(List<String> settings) {
        Sandbox sandbox = Sandbox.fresh(paths.folder(), "delivery");
        List<String> arguments = sandbox.arguments(paths.routes())
                .subList(1, sandbox.arguments(paths.routes()).size());
        String text = DeliveryBench.run(paths.folder(), arguments, settings);
        keep("delivery", "txt", Conditions.machine() + "\n" + text);
        out.println(text);
    }

    private void documents(List<String> settings) {
        Sandbox sandbox = Sandbox.fresh(paths.folder(), "documents");
        List<String> arguments = sandbox.arguments(paths.routes())
                .subList(1, sandbox.arguments(paths.routes()).size());
        String text = DocumentBench.run(paths.folder(), arguments, Ports.free(), settings);
        keep("documents", "txt", Conditions.machine() + "\n" + text);
        out.println(text);
    }

    private void sms(List<String> settings) {
        String text = SmsBench.run(paths, paths.folder(), settings);
        keep("sms", "txt", Conditions.machine() + "\n" + text);
        out.println(text);
    }

    private void search(List<String> settings) {
        String text = SearchBench.run(paths.folder().resolve("search"), YearMonth.now(clock), settings);
        keep("search", "txt", Conditions.machine() + "\n" + text);
        out.println(text);
    }

    private void register(List<String> settings) {
        String text = RegisterBench.run(paths.folder().resolve("register"), settings);
        keep("register", "txt", Conditions.machine() + "\n\n" + text);
        out.println(text);
    }

    private void enrichment(List<String> settings) {
        String text = EnrichmentBench.run(paths.folder().resolve("enrichment"), settings);
        keep("enrichment", "txt", Conditions.machine() + "\n" + text);
    }

    private void list(List<String> settings) {
        String text = ListBench.run(paths.folder().resolve("list"), settings);
        keep("list", "txt", Conditions.machine() + "\n" + text);
    }

    private void feed(List<String> settings) {
        String text = FeedBench.run(paths, paths.folder(), settings);
        keep("feed", "txt", Conditions.machine() + "\n" + text);
    }

    private void chain(List<String> settings) {
        String text = ChainBench.run(paths, clock, settings);
        keep("chain", "txt", Conditions.machine() + "\n" + text);
        out.println(text);
    }

    private void keep(String what, String kind, String text) {
        String moment = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
                .withZone(ZoneOffset.UTC)
                .format(clock.instant());
        try {
            Files.createDirectories(results);
            Files.writeString(results.resolve(what + "-" + moment + "." + kind), text);
        } catch (IOException e) {
            throw new UncheckedIOException("The result cannot be kept", e);
        }
    }
}
