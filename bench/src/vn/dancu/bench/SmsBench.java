package vn.dancu.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.dancu.bench.sms.Subscribers;
import vn.dancu.bench.trail.Words;

/**
 * Text messages through the whole bus to a submitted answer, beside a bare jsmpp client that gives each back, in rounds that
 * take turns. The SMSC is this process.
 */
final class SmsBench {

    private static final Map<String, String> DEFAULTS = Map.of(
            "rounds", "3", "seconds", "10", "warmup", "30", "subscribers", "64", "window", "32", "text", "DC HD");
    private static final String NUMBER = "8088";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** One of the two that take turns. */
    private record Client(String name, ChildJvm process) {}

    private final Words words;
    private final ClassPaths paths;
    private final StringBuilder text = new StringBuilder();

    private SmsBench(Words words, ClassPaths paths) {
        this.words = words;
        this.paths = paths;
    }

    /** @param folder for the output of the processes */
    static String run(ClassPaths paths, Path folder, List<String> settings) {
        SmsBench bench = new SmsBench(Words.of(DEFAULTS, settings), paths);
        try (Subscribers subscribers =
                        new Subscribers(0, bench.words.number("subscribers"), List.of("bare", "bus"), NUMBER);
                ChildJvm bare = bench.bare(folder, subscribers.port());
                ChildJvm bus = bench.bus(folder, subscribers.port())) {
            bench.measure(subscribers, List.of(new Client("bare", bare), new Client("bus", bus)));
        }
        return bench.text.toString();
    }

    private void measure(Subscribers subscribers, List<Client> clients) {
        Duration seconds = Duration.ofSeconds(words.number("seconds"));
        line("%d subscribers, window %d, text \"%s\"", width(), words.number("window"), words.text("text"));
        line("%n| | answers/s | median ms | 1 in 100 ms | processor µs an answer |%n|---|---|---|---|---|");
        for (Client client : clients) {
            subscribers.awaitFirst(client.name(), words.text("text"), PATIENCE);
            subscribers.round(client.name(), words.text("text"), width(), Duration.ofSeconds(words.number("warmup")));
        }
        for (int i = 0; i < words.number("rounds"); i++) {
            for (Client client : clients) {
                Duration before = client.process().cpu();
                Subscribers.Round round = subscribers.round(client.name(), words.text("text"), width(), seconds);
                long used = client.process().cpu().minus(before).toNanos() / 1000;
                line(
                        "| %s | %.0f | %.1f | %.1f | %d |",
                        client.name(), round.rate(), round.median(), round.last(), used / Math.max(1, round.answers()));
            }
        }
        line("%nanswers that belong to no message, or came twice: %d", subscribers.strays());
    }

    private ChildJvm bare(Path folder, int port) {
        return ChildJvm.start(
                "sms-bare",
                folder,
                List.of("-Xmx256m"),
                paths.bare(),
                List.of("vn.dancu.bench.sms.EchoEsme", Integer.toString(port), "bare", "bench", words.text("window")));
    }

    /** Numbers change with each message: what one number may ask an hour is no limit here. */
    private ChildJvm bus(Path folder, int port) {
        List<String> arguments = new ArrayList<>(Sandbox.fresh(folder, "sms").arguments(paths.routes()));
        String operator = "--dancu.sms.operators.bench.";
        arguments.addAll(List.of(
                "--dancu.sandbox.citizens=1000",
                "--dancu.sandbox.sms.port=" + Ports.free(),
                "--dancu.sandbox.axis.port=" + Ports.free(),
                "--logging.level.root=WARN",
                operator + "host=127.0.0.1",
                operator + "port=" + port,
                operator + "system-id=bus",
                operator + "password=bench",
                operator + "numbers=" + NUMBER,
                operator + "rate=10000",
                operator + "window=" + words.text("window")));
        return ChildJvm.start("sms-bus", folder, List.of("-Xms1g", "-Xmx1g"), paths.bus(), arguments);
    }

    private int width() {
        return words.number("subscribers");
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
