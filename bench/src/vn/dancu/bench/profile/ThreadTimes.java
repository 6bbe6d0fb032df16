package vn.dancu.bench.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Processor time of a process by the names of its threads, the compiler's and the collector's among them, which a flight
 * recording does not sample. Read from Linux's {@code /proc}; empty elsewhere.
 */
public final class ThreadTimes {

    private static final int ROWS = 12;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    /** Linux counts in hundredths of a second. */
    private static final long TICK_MILLIS = 10;

    /** The two compilers of the JVM, whose names Linux cuts. */
    private static final String COMPILER = "C# CompilerThre";

    private final Map<String, Long> ticks;

    private ThreadTimes(Map<String, Long> ticks) {
        this.ticks = ticks;
    }

    public static ThreadTimes of(long pid) {
        Map<String, Long> ticks = new HashMap<>();
        try (Stream<Path> tasks = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            for (Path task : tasks.toList()) {
                addTo(ticks, task);
            }
        } catch (IOException e) {
            return new ThreadTimes(Map.of());
        }
        return new ThreadTimes(ticks);
    }

    private static void addTo(Map<String, Long> ticks, Path task) {
        try {
            String stat = Files.readString(task.resolve("stat"));
            int nameEnd = stat.lastIndexOf(')');
            String name = stat.substring(stat.indexOf('(') + 1, nameEnd).replaceAll("[0-9]+", "#");
            List<String> rest = List.of(stat.substring(nameEnd + 2).split(" "));
            ticks.merge(name, Long.parseLong(rest.get(USER_TICKS)) + Long.parseLong(rest.get(SYSTEM_TICKS)), Long::sum);
        } catch (IOException e) {
            // The thread ended between being listed and being read; its time is in no table then.
            return;
        }
    }

    /** What the JVM's compiler has used of it. */
    public Duration compiler() {
        return Duration.ofMillis(TICK_MILLIS * ticks.getOrDefault(COMPILER, 0L));
    }

    /** The shares of what was used since the earlier reading. */
    public String since(ThreadTimes earlier) {
        Tally tally = new Tally();
        ticks.forEach((name, now) -> {
            long used = now - earlier.ticks.getOrDefault(name, 0L);
            tally.add(name, used);
            tally.addToTotal(used);
        });
        return tally.table("Processor time by thread, of the whole process (names as Linux cuts them)", ROWS);
    }
}
