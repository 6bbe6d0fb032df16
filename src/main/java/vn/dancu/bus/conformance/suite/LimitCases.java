package vn.dancu.bus.conformance.suite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import vn.dancu.bus.conformance.suite.ConformanceCase.Seen;
import vn.dancu.bus.conformance.wire.WireAnswer;
import vn.dancu.bus.conformance.wire.WireCalls;

/** Whether the answers come in time, one after the other and side by side. */
public final class LimitCases {

    private static final int MANY = 20;

    private LimitCases() {}

    public static List<ConformanceCase> all() {
        return List.of(
                new ConformanceCase("LM-01", LimitCases::inTime), new ConformanceCase("LM-02", LimitCases::sideBySide));
    }

    private static Seen inTime(WireCalls calls) throws IOException, InterruptedException {
        String path = calls.plan().doors().soap();
        if (path == null) {
            return Seen.noDoor();
        }
        long slowest = 0;
        boolean right = true;
        for (int i = 0; i < MANY; i++) {
            long began = System.nanoTime();
            right &= calls.soap(path, AnswerCases.found(calls), List.of())
                    .isAbout(AnswerCases.found(calls).number());
            slowest = Math.max(slowest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }
        return Seen.of(
                right && slowest <= calls.plan().limit().toMillis(),
                MANY + " câu hỏi, chậm nhất / slowest " + slowest + " ms");
    }

    private static Seen sideBySide(WireCalls calls) throws InterruptedException {
        String path = calls.plan().doors().soap();
        if (path == null) {
            return Seen.noDoor();
        }
        ExecutorService askers = Executors.newFixedThreadPool(MANY);
        try {
            List<Future<WireAnswer>> asked = new ArrayList<>();
            for (int i = 0; i < MANY; i++) {
                asked.add(askers.submit(() -> calls.soap(path, AnswerCases.found(calls), List.of())));
            }
            int right = 0;
            for (Future<WireAnswer> one : asked) {
                right += isRight(one, calls) ? 1 : 0;
            }
            return Seen.of(right == MANY, right + " / " + MANY);
        } finally {
            askers.shutdownNow();
        }
    }

    private static boolean isRight(Future<WireAnswer> one, WireCalls calls) throws InterruptedException {
        try {
            return one.get().isAbout(AnswerCases.found(calls).number());
        } catch (ExecutionException e) {
            return false;
        }
    }
}
