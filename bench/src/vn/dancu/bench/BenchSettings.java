package vn.dancu.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the command line may set, each as {@code name=value}.
 *
 * @param rounds rounds of each service
 * @param seconds length of a round
 * @param warmup how long each service is loaded before the rounds at the least, half of it gently; after that it is loaded until
 *     its rate is flat
 * @param connections keep-alive connections of the client: one number of them after the other
 * @param people how many people are asked about
 * @param jvm options of all servers
 * @param door what the profile is taken of: soap, rest or hub
 * @param earlier folder of another checkout of the project, built for the bench, whose bus is measured beside this one;
 *     empty for none
 */
record BenchSettings(
        int rounds,
        Duration seconds,
        Duration warmup,
        List<Integer> connections,
        int people,
        List<String> jvm,
        String door,
        String earlier) {

    private static final Map<String, String> DEFAULTS = Map.of(
            "rounds", "3",
            "seconds", "15",
            "warmup", "90",
            "connections", "16",
            "people", "1000",
            "jvm", "-Xms1g -Xmx1g",
            "door", "soap",
            "earlier", "");
    private static final Set<String> NAMES = DEFAULTS.keySet();

    static BenchSettings parse(List<String> arguments) {
        Map<String, String> given = arguments.stream()
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(pair -> known(pair[0]), pair -> pair.length == 2 ? pair[1] : ""));
        return new BenchSettings(
                number(given, "rounds"),
                Duration.ofSeconds(number(given, "seconds")),
                Duration.ofSeconds(number(given, "warmup")),
                Arrays.stream(value(given, "connections").split(","))
                        .map(Integer::valueOf)
                        .toList(),
                number(given, "people"),
                Arrays.asList(value(given, "jvm").strip().split("\\s+")),
                value(given, "door"),
                value(given, "earlier"));
    }

    /** The same with a JVM that keeps whole stacks in a recording: a request is deeper than the usual 64 frames. */
    BenchSettings deepStacks() {
        List<String> deep = new ArrayList<>(jvm);
        deep.add("-XX:FlightRecorderOptions=stackdepth=192");
        return new BenchSettings(rounds, seconds, warmup, connections, people, deep, door, earlier);
    }

    /** The most connections that are asked for. */
    int width() {
        return Collections.max(connections);
    }

    private static String known(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(name + " is no setting of the bench; it knows "
                    + NAMES.stream().sorted().toList());
        }
        return name;
    }

    private static int number(Map<String, String> given, String name) {
        int number = Integer.parseInt(value(given, name));
        if (number < 1) {
            throw new IllegalArgumentException(name + " is at least 1");
        }
        return number;
    }

    private static String value(Map<String, String> given, String name) {
        String value = given.get(name);
        return value != null ? value : DEFAULTS.getOrDefault(name, "");
    }
}
