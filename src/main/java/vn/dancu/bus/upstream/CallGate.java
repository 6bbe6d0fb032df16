package vn.dancu.bus.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.upstream.call.CallFailure;

/**
 * Lets questions through to one upstream: so many at a time, and none for a while when most of the last ones failed. It outlives an
 * exchange of the route. Thread-safe.
 */
public final class CallGate {

    /** Failures that say nothing of the other side, or that it is well. */
    private static final Set<ErrorCode> NO_FAULT =
            Set.of(ErrorCode.UPSTREAM_REFUSED, ErrorCode.UPSTREAM_OVERLOADED, ErrorCode.UPSTREAM_QUESTION_UNSUPPORTED);

    private final CircuitBreaker breaker;
    private final Semaphore places;
    private final int all;

    CallGate(String upstream, UpstreamSettings.Upstream settings) {
        UpstreamSettings.Breaker when = settings.breaker();
        this.breaker = CircuitBreaker.of(
                upstream,
                CircuitBreakerConfig.custom()
                        .failureRateThreshold(when.failures())
                        .slidingWindowSize(when.calls())
                        .minimumNumberOfCalls(when.calls())
                        .waitDurationInOpenState(when.open())
                        .permittedNumberOfCallsInHalfOpenState(when.trials())
                        .recordException(CallGate::isFault)
                        .build());
        this.all = settings.bulkhead();
        this.places = new Semaphore(all);
    }

    /**
     * Asks, if it may be asked now.
     *
     * @throws CallFailure {@code upstream_overloaded} when too many are asking, or the other side is left alone for a while
     */
    <T> T through(Supplier<T> question) {
        if (!places.tryAcquire()) {
            throw CallFailure.unasked(ErrorCode.UPSTREAM_OVERLOADED, null);
        }
        try {
            return admitted(question);
        } finally {
            places.release();
        }
    }

    private <T> T admitted(Supplier<T> question) {
        if (!breaker.tryAcquirePermission()) {
            throw CallFailure.unasked(ErrorCode.UPSTREAM_OVERLOADED, null);
        }
        long begun = System.nanoTime();
        boolean isTold = false;
        try {
            T answer = question.get();
            isTold = true;
            breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            return answer;
        } catch (CallFailure e) {
            isTold = true;
            breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, e);
            throw e;
        } finally {
            // What stopped on this side, an Error too, says nothing of the other one.
            if (!isTold) {
                breaker.releasePermission();
            }
        }
    }

    /** {@code closed}, {@code open} or {@code half_open}. */
    public CircuitBreaker.State state() {
        return breaker.getState();
    }

    /** Questions that are asked at this moment. */
    public int asking() {
        return all - places.availablePermits();
    }

    private static boolean isFault(Throwable failure) {
        return !(failure instanceof BusException stopped)
                || !NO_FAULT.contains(stopped.refusal().code());
    }
}
