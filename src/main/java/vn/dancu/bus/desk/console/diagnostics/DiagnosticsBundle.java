package vn.dancu.bus.desk.console.diagnostics;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.lang.management.ThreadInfo;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.boot.actuate.health.CompositeHealth;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.core.env.ConfigurableEnvironment;
import vn.dancu.bus.shelf.Bundles;
import vn.dancu.bus.shelf.RunningBundle;

/** What somebody needs who helps without access to the installation: texts in a ZIP. */
final class DiagnosticsBundle {

    /** Digits as many as a citizen's number has, wherever they might come from; figures of ours are shorter. */
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{9,}");

    private final String version;
    private final ConfigurableEnvironment environment;
    private final HealthEndpoint health;
    private final Bundles bundles;
    private final MeterRegistry metrics;
    private final RecentLog log;
    private final Clock clock;

    DiagnosticsBundle(
            String version,
            ConfigurableEnvironment environment,
            HealthEndpoint health,
            Bundles bundles,
            MeterRegistry metrics,
            RecentLog log,
            Clock clock) {
        this.version = version;
        this.environment = environment;
        this.health = health;
        this.bundles = bundles;
        this.metrics = metrics;
        this.log = log;
        this.clock = clock;
    }

    void writeTo(OutputStream out) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("version.txt", version());
        files.put("settings.txt", SettingLines.of(environment));
        files.put("health.txt", health());
        files.put("routes.txt", routes());
        files.put("metrics.txt", metrics());
        files.put("log.txt", String.join("\n", log.lines()) + "\n");
        files.put("threads.txt", threads());
        List<String> secrets = SettingLines.secrets(environment);
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(harmless(file.getValue(), secrets).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private static String harmless(String text, List<String> secrets) {
        String left = text;
        for (String secret : secrets) {
            left = left.replace(secret, "(secret)");
        }
        return LONG_NUMBER.matcher(left).replaceAll("(number)");
    }

    private String version() {
        RuntimeMXBean process = ManagementFactory.getRuntimeMXBean();
        Runtime memory = Runtime.getRuntime();
        return "bus=" + version
                + "\ntaken=" + clock.instant().truncatedTo(ChronoUnit.MILLIS)
                + "\nstarted=" + Instant.ofEpochMilli(process.getStartTime())
                + "\njava=" + process.getVmName() + " " + process.getVmVersion()
                + "\nsystem=" + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch")
                + "\nprocessors=" + memory.availableProcessors()
                + "\nmemoryUsedMiB=" + mebibytes(memory.totalMemory() - memory.freeMemory())
                + "\nmemoryMaxMiB=" + mebibytes(memory.maxMemory())
                + "\n";
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }

    private String health() {
        StringBuilder lines = new StringBuilder();
        health("", health.health(), lines);
        return lines.toString();
    }

    /** The states alone: details name servers and repeat messages. */
    private static void health(String name, HealthComponent part, StringBuilder lines) {
        lines.append(name.isEmpty() ? "all" : name)
                .append('=')
                .append(part.getStatus())
                .append('\n');
        if (part instanceof CompositeHealth parts && parts.getComponents() != null) {
            parts.getComponents()
                    .forEach((below, one) -> health(name.isEmpty() ? below : name + "/" + below, one, lines));
        }
    }

    private String routes() {
        StringBuilder lines = new StringBuilder();
        for (RunningBundle bundle : bundles.running()) {
            lines.append(bundle.manifest().name())
                    .append(' ')
                    .append(bundle.manifest().version())
                    .append(' ')
                    .append(bundle.digest())
                    .append('\n');
            bundle.instances().forEach(one -> lines.append("  instance version=")
                    .append(one.version())
                    .append(" trouble=")
                    .append(one.trouble())
                    .append(" reportedAt=")
                    .append(one.reportedAt())
                    .append('\n'));
            bundle.routes().forEach(route -> lines.append("  route ")
                    .append(route.id())
                    .append(" started=")
                    .append(route.started())
                    .append(" exchanges=")
                    .append(route.exchanges())
                    .append(" failed=")
                    .append(route.failed())
                    .append(" meanMicros=")
                    .append(route.meanMicros())
                    .append('\n'));
        }
        return lines.toString();
    }

    private String metrics() {
        List<String> lines = new ArrayList<>();
        for (Meter meter : metrics.getMeters()) {
            StringBuilder name = new StringBuilder(meter.getId().getName());
            for (Tag tag : meter.getId().getTags()) {
                name.append(' ').append(tag.getKey()).append('=').append(tag.getValue());
            }
            for (Measurement one : meter.measure()) {
                lines.add(String.format(Locale.ROOT, "%s %s %.7e%n", name, one.getStatistic(), one.getValue()));
            }
        }
        Collections.sort(lines);
        return String.join("", lines);
    }

    private static String threads() {
        StringBuilder lines = new StringBuilder();
        for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)) {
            lines.append('"')
                    .append(thread.getThreadName())
                    .append("\" ")
                    .append(thread.getThreadState())
                    .append('\n');
            for (StackTraceElement frame : thread.getStackTrace()) {
                lines.append("  at ").append(frame).append('\n');
            }
        }
        return lines.toString();
    }
}
