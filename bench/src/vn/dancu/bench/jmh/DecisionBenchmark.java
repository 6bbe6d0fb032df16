package vn.dancu.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import vn.dancu.bus.policy.AccessRequest;
import vn.dancu.bus.policy.Decision;

/**
 * One access decision from the snapshot, one thread, with a policy of so many partners: granted (which takes from the
 * quota, and now and then a block of permits from PostgreSQL), refused by the officer, granted and refused by the number of
 * the case, asked of the follow list and of the consents (which asks PostgreSQL each time).
 */
@State(Scope.Benchmark)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:+UseParallelGC"})
public class DecisionBenchmark {

    @Param({"10", "1000"})
    private int partners;

    private final PolicyOfMany policy = new PolicyOfMany();
    private AccessRequest[] granted = {};
    private AccessRequest[] refused = {};
    private AccessRequest[] withCase = {};
    private AccessRequest[] withoutCase = {};
    private AccessRequest[] followed = {};
    private AccessRequest[] consented = {};
    private int turn;

    @Setup
    public void publish() {
        policy.start(partners);
        granted = policy.requests(partners, "1.000007", "canbo03", null);
        refused = policy.requests(partners, "1.000007", "canbo99", null);
        withCase = policy.requests(partners, "2.000003", "canbo03", "H41.1-261124-0001");
        withoutCase = policy.requests(partners, "2.000003", "canbo03", null);
        followed = policy.requests(partners, "3.000001", "canbo03", null);
        consented = policy.requests(partners, "4.000001", "canbo03", null);
    }

    @TearDown
    public void stop() {
        policy.stop();
    }

    @Benchmark
    public Decision granted() {
        return decided(granted, Decision.Granted.class);
    }

    @Benchmark
    public Decision refusedByTheOfficer() {
        return decided(refused, Decision.Refused.class);
    }

    @Benchmark
    public Decision grantedByTheCase() {
        return decided(withCase, Decision.Granted.class);
    }

    @Benchmark
    public Decision refusedWithoutTheCase() {
        return decided(withoutCase, Decision.Refused.class);
    }

    /** The person is on nobody's list, so that the answer is no; the question to PostgreSQL is the same. */
    @Benchmark
    public Decision askedOfTheFollowList() {
        return decided(followed, Decision.Refused.class);
    }

    /** The person has agreed to nothing, so that the answer is no; the question to PostgreSQL is the same. */
    @Benchmark
    public Decision askedOfTheConsents() {
        return decided(consented, Decision.Refused.class);
    }

    private Decision decided(AccessRequest[] requests, Class<? extends Decision> expected) {
        turn = (turn + 1) % requests.length;
        Decision decision = policy.decide(requests[turn]);
        if (!expected.isInstance(decision)) {
            throw new IllegalStateException("Another decision than expected: " + decision);
        }
        return decision;
    }
}
