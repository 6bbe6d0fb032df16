package vn.dancu.bus.message.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import vn.dancu.bus.message.fuzz.Seeds.Seed;

/**
 * Throws changed inputs at the doors until the time is over or enough were thrown. A way of its own that an input goes (a
 * code, a place, a rule) makes it a seed. Runs on a thread with a small stack, so that deep documents show early.
 */
final class Fuzzing implements Runnable {

    private static final Path FINDINGS = Path.of("target/fuzz-findings");
    private static final long MOST_MEMORY = 64L << 20;

    private final long seed;
    private final long until;
    private final long most;
    private final List<Door> doors = Doors.all();
    private final Seeds seeds = Seeds.load();
    private final Set<String> ways = new HashSet<>();
    private final Map<String, String> findings = new LinkedHashMap<>();
    private final Map<String, Integer> outcomes = new HashMap<>();
    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private volatile long executions;
    private volatile String current = "";
    private volatile byte[] input = {};

    Fuzzing(long seed, long nanos, long most) {
        this.seed = seed;
        this.until = System.nanoTime() + nanos;
        this.most = most;
    }

    @Override
    public void run() {
        for (Door door : doors) {
            for (Seed example : seeds.of(door)) {
                take(door, example.input());
            }
        }
        Random random = new Random(seed);
        Mutation mutation = new Mutation(random);
        while (executions < most && System.nanoTime() < until) {
            Door door = doors.get(random.nextInt(doors.size()));
            take(door, mutation.of(seeds.any(door, random), seeds.any(door, random), door.wire()));
        }
    }

    private void take(Door door, byte[] next) {
        input = next;
        current = door.name();
        executions++;
        long memory = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        try {
            String way = door.open(next);
            outcomes.merge(way.equals(Door.READ) ? Door.READ : "refused", 1, Integer::sum);
            if (ways.add(door.name() + " " + way)) {
                seeds.add(door, next);
            }
        } catch (Throwable e) {
            found(door, e.toString(), e.getStackTrace(), next);
        }
        long taken = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - memory;
        if (taken > MOST_MEMORY) {
            found(door, "took " + (taken >> 20) + " MB", new StackTraceElement[0], next);
        }
    }

    private void found(Door door, String what, StackTraceElement[] trace, byte[] next) {
        String where = Arrays.stream(trace)
                .filter(frame -> frame.getClassName().startsWith("vn.dancu.bus.message"))
                .limit(3)
                .toList()
                .toString();
        String plain = what.replaceAll("occurrence=[0-9a-f-]+|\\[[0-9]+]", "");
        String kind = plain.substring(0, Math.min(130, plain.length())) + " " + where;
        if (findings.putIfAbsent(kind, door.name() + ": " + what + " " + where) == null) {
            write(next, findings.size() + door.wire());
        }
    }

    static void write(byte[] finding, String name) {
        try {
            Files.createDirectories(FINDINGS);
            Files.write(FINDINGS.resolve(name), finding);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long executions() {
        return executions;
    }

    /** What is being read, for whoever sees that it takes too long. */
    String current() {
        return current;
    }

    byte[] input() {
        return input;
    }

    Map<String, String> findings() {
        return findings;
    }

    String report() {
        return "seed " + seed + ", executions " + executions + ", read " + outcomes.getOrDefault(Door.READ, 0)
                + ", refused " + outcomes.getOrDefault("refused", 0) + ", doors " + doors.size() + ", seeds "
                + seeds.size() + ", ways " + ways.size() + ", findings " + findings.size();
    }
}
