package vn.dancu.bench.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** A flight recording as text: who ran, which methods, who allocated, what waited. */
public final class Summary {

    private static final String EXECUTION = "jdk.ExecutionSample";
    private static final int ROWS = 30;
    private static final int WIDE = 70;

    private final Tally threads = new Tally();
    private final Tally owners = new Tally();
    private final Tally leaves = new Tally();
    private final Tally inclusive = new Tally();
    private final Tally rooms = new Tally();
    private final Tally allocations = new Tally();
    private final Tally allocators = new Tally();
    private final Tally locks = new Tally();
    private long samples;
    private long garbage;
    private Duration pauses = Duration.ZERO;

    private Summary() {}

    /** Reads what was recorded from that moment on: what was before it is the start and the warm-up. */
    public static String of(Path recording, Instant from) {
        Summary summary = new Summary();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (!event.getStartTime().isBefore(from)) {
                    summary.add(event);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The recording cannot be read", e);
        }
        return summary.text();
    }

    private void add(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case EXECUTION -> addSample(event);
            case "jdk.ObjectAllocationSample" -> addAllocation(event);
            case "jdk.JavaMonitorEnter" -> addLock(event);
            case "jdk.GCPhasePause" -> pauses = pauses.plus(event.getDuration());
            default -> {
                // The recording holds a hundred other kinds; none says where processor time goes.
            }
        }
    }

    private void addSample(RecordedEvent event) {
        RecordedStackTrace trace = event.getStackTrace();
        if (trace == null || trace.getFrames().isEmpty()) {
            return;
        }
        samples++;
        List.of(threads, owners, leaves, inclusive, rooms).forEach(tally -> tally.addToTotal(1));
        RecordedThread thread = event.getThread("sampledThread");
        threads.add(kind(thread == null ? null : thread.getJavaName()), 1);
        leaves.add(name(trace.getFrames().get(0)), 1);
        owners.add(Owners.of(working(trace)), 1);
        addInclusive(trace);
    }

    private void addInclusive(RecordedStackTrace trace) {
        Set<String> seen = new HashSet<>();
        for (RecordedFrame frame : trace.getFrames()) {
            String name = name(frame);
            if (seen.add(name) && !Owners.isJdk(name)) {
                (name.startsWith("vn.dancu.") ? rooms : inclusive).add(name, 1);
            }
        }
    }

    private void addAllocation(RecordedEvent event) {
        long weight = event.getLong("weight");
        garbage += weight;
        allocations.addToTotal(weight);
        allocators.addToTotal(weight);
        RecordedClass type = event.getClass("objectClass");
        allocations.add(type == null ? "?" : type.getName(), weight);
        RecordedStackTrace trace = event.getStackTrace();
        if (trace != null && !trace.getFrames().isEmpty()) {
            allocators.add(Owners.of(working(trace)), weight);
        }
    }

    private void addLock(RecordedEvent event) {
        long micros = event.getDuration().toNanos() / 1_000;
        locks.addToTotal(micros);
        RecordedClass type = event.getClass("monitorClass");
        locks.add(type == null ? "?" : type.getName(), micros);
    }

    /** The class that works: the first from the leaf that is not of the JDK, or else the leaf's. */
    private static String working(RecordedStackTrace trace) {
        return trace.getFrames().stream()
                .map(Summary::type)
                .filter(type -> !Owners.isJdk(type))
                .findFirst()
                .orElseGet(() -> type(trace.getFrames().get(0)));
    }

    private static String type(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        return method == null ? "?" : method.getType().getName();
    }

    private static String name(RecordedFrame frame) {
        RecordedMethod method = frame.getMethod();
        return method == null ? "?" : method.getType().getName() + "." + method.getName();
    }

    private static String kind(@org.jspecify.annotations.Nullable String threadName) {
        return threadName == null ? "(not a Java thread)" : threadName.replaceAll("[0-9]+", "#");
    }

    private String text() {
        return String.format(
                        Locale.ROOT,
                        "%d execution samples; %d MB allocated; %d ms in pauses of the collector%n",
                        samples,
                        garbage >> 20,
                        pauses.toMillis())
                + threads.table("By thread (digits as #)", ROWS)
                + owners.table("By owner: the first frame from the leaf that is not of the JDK", ROWS)
                + rooms.table("Methods of the bus, with all that they call", WIDE)
                + inclusive.table("Methods of libraries, with all that they call", WIDE)
                + leaves.table("Leaf methods, alone", ROWS)
                + allocators.table("Allocation by owner", ROWS)
                + allocations.table("Allocation by class", ROWS)
                + locks.table("Waiting for monitors (share of time waited)", ROWS);
    }
}
