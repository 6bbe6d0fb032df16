package vn.dancu.bench;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.dancu.bench.load.PacedLoad;
import vn.dancu.bench.load.PacedLoad.Paced;
import vn.dancu.bench.load.Person;
import vn.dancu.bench.load.Target;

/** What a hub adds: the same questions to the national side directly and through a hub, at a rate that is kept whatever comes. */
final class ChainBench {

    private static final String LOOKUP = "/api/v1/citizens/lookup";
    private static final int WARMING = 8;
    private static final Map<String, Integer> DEFAULTS =
            Map.of("rate", 100, "seconds", 20, "rounds", 5, "warmup", 60, "people", 500);

    private final PacedLoad load = new PacedLoad();
    private final Map<String, Integer> settings;

    private ChainBench(Map<String, Integer> settings) {
        this.settings = settings;
    }

    static String run(ClassPaths paths, Clock clock, List<String> arguments) {
        Map<String, Integer> settings = new TreeMap<>(DEFAULTS);
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            if (pair.length != 2 || !DEFAULTS.containsKey(pair[0])) {
                throw new IllegalArgumentException("chain takes " + DEFAULTS.keySet());
            }
            settings.put(pair[0], Integer.valueOf(pair[1]));
        }
        return new ChainBench(settings).measured(paths, clock);
    }

    private String measured(ClassPaths paths, Clock clock) {
        BenchSettings bus = BenchSettings.parse(List.of("people=" + setting("people"), "jvm=-Xms512m -Xmx768m"));
        try (BusServer national = BusServer.start("national", bus, paths, clock);
                BusServer hub = BusServer.start("hub", bus, paths, clock, asking(national.http()))) {
            return rounds(national, hub, clock);
        }
    }

    private static List<String> asking(int national) {
        return List.of(
                "--dancu.register.kind=upstream",
                "--dancu.hub.identities=same",
                "--dancu.upstream.national.dialect=official",
                "--dancu.upstream.national.address=http://127.0.0.1:" + national,
                "--dancu.upstream.national.path=" + BusServer.SERVICE,
                "--dancu.upstream.national.name-fields=true",
                "--dancu.upstream.national.account.username=" + BusServer.PARTNER.user(),
                "--dancu.upstream.national.account.secret-key=" + BusServer.PARTNER.secret());
    }

    /** Warmed at full speed: at the kept rate the compilers would see their thousands of questions after many minutes only. */
    private String rounds(BusServer national, BusServer hub, Clock clock) {
        Duration warmup = Duration.ofSeconds(setting("warmup"));
        hub.rest(WARMING, clock).warmUp(warmup);
        national.rest(WARMING, clock).warmUp(warmup);
        // Both at the kept rate once, uncounted: threads and connections are then as in the rounds.
        ask(national.people(), national.http());
        ask(national.people(), hub.http());
        List<Paced> direct = new ArrayList<>();
        List<Paced> chain = new ArrayList<>();
        for (int i = 0; i < setting("rounds"); i++) {
            direct.add(ask(national.people(), national.http()));
            chain.add(ask(national.people(), hub.http()));
        }
        long added = median(chain) - median(direct);
        return table(direct, chain) + "added p50: " + millis(added) + " ms (aim: under 3 ms)\n";
    }

    private int setting(String name) {
        return Objects.requireNonNull(settings.get(name));
    }

    private Paced ask(List<Person> people, int port) {
        String token = new Fetching().token(port, BusServer.PARTNER);
        return load.run(
                Target.rest("bus", port, LOOKUP, token),
                people,
                setting("rate"),
                Duration.ofSeconds(setting("seconds")));
    }

    private String table(List<Paced> direct, List<Paced> chain) {
        StringBuilder table = new StringBuilder("settings: " + settings + "\n");
        table.append("round  who      p50 ms   p95 ms   p99 ms   answers  errors\n");
        for (int i = 0; i < direct.size(); i++) {
            table.append(line(i + 1, "direct", direct.get(i))).append(line(i + 1, "chain", chain.get(i)));
        }
        return table.toString();
    }

    private static String line(int round, String who, Paced paced) {
        String times = Arrays.stream(new double[] {0.5, 0.95, 0.99})
                .mapToObj(share -> String.format(Locale.ROOT, "%-8s", millis(paced.percentile(share))))
                .collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT, "%-6d %-8s %s %-8d %d%n", round, who, times, paced.micros().length, paced.errors());
    }

    /** Of the rounds' medians the middle one. */
    private static long median(List<Paced> rounds) {
        long[] medians = rounds.stream()
                .mapToLong(round -> round.percentile(0.5))
                .sorted()
                .toArray();
        return medians[medians.length / 2];
    }

    private static String millis(long micros) {
        return String.format(Locale.ROOT, "%.2f", micros / 1000.0);
    }
}
