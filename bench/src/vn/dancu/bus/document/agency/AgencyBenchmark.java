package vn.dancu.bus.document.agency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import vn.dancu.bus.kernel.AgencyCode;

/** Look-ups in a directory of the size of the national one: a code of either form, and one that nobody has. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AgencyBenchmark {

    private static final int AGENCIES = 111_339;
    private static final int LEVEL = 99;

    private final AgencyMap map = new AgencyMap();
    private final List<String> newer = new ArrayList<>();
    private final List<String> older = new ArrayList<>();
    private int turn;

    @Setup
    public void fill() {
        List<AgencyEntry> entries = new ArrayList<>();
        for (int i = 0; i < AGENCIES; i++) {
            String code = String.format(
                    Locale.ROOT,
                    "H%02d.%02d.%02d.%03d",
                    1 + i % LEVEL,
                    1 + i / LEVEL % LEVEL,
                    1 + i / LEVEL / LEVEL,
                    1);
            String old = AgencyCode.of(code).older().orElseThrow();
            entries.add(new AgencyEntry(code, old, null, null, null, "Cơ quan", null, null));
            newer.add(code);
            older.add(old);
        }
        map.replace(entries);
    }

    @Benchmark
    public Optional<AgencyEntry> newerForm() {
        return map.find(newer.get(next()));
    }

    @Benchmark
    public Optional<AgencyEntry> olderForm() {
        return map.find(older.get(next()));
    }

    @Benchmark
    public Optional<AgencyEntry> nobodys() {
        return map.find("Y99.99.99");
    }

    private int next() {
        turn = (turn + 7_919) % AGENCIES;
        return turn;
    }
}
