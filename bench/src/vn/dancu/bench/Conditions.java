package vn.dancu.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.util.ServerInfo;
import org.apache.cxf.version.Version;
import org.springframework.boot.SpringBootVersion;

/** Under which conditions the figures were measured. */
final class Conditions {

    static Map<String, String> of(BenchSettings settings) {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("processor", processor());
        conditions.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        conditions.put(
                "load at start",
                String.format(
                        java.util.Locale.ROOT,
                        "%.2f",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        conditions.put("JDK", System.getProperty("java.runtime.version", "?"));
        conditions.put("options of both servers", String.join(" ", settings.jvm()));
        conditions.put("CXF", Version.getCurrentVersion());
        conditions.put("web server", ServerInfo.getServerInfo());
        conditions.put("Spring Boot", SpringBootVersion.getVersion());
        conditions.put(
                "client",
                joined(settings.connections()) + " keep-alive connections, one thread, " + settings.people()
                        + " people, on the same cores");
        conditions.put(
                "rounds",
                settings.rounds() + " of " + settings.seconds().toSeconds() + " s each, taken in turn, after "
                        + settings.warmup().toSeconds() + " s of warm-up each");
        return conditions;
    }

    /** The machine alone, in a line. */
    static String machine() {
        return String.format(
                java.util.Locale.ROOT,
                "%s, %d cores, load at start %.2f, JDK %s",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("java.runtime.version", "?"));
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> List.of(line.split(":\\s*", 2)).get(1))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private Conditions() {}

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" and "));
    }
}
