package vn.dancu.bus.upstream.call;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.population.Answer;

/** The routes of the upstreams that run at this moment. Thread-safe. */
public final class UpstreamRouting {

    private final Map<String, Route> running = new ConcurrentHashMap<>();

    /** Takes a question through its steps, in the thread that asks. */
    @FunctionalInterface
    public interface Route {

        /** @throws vn.dancu.bus.kernel.BusException with the code of what stood in the way */
        Answer ask(UpstreamCall call);
    }

    /** The route of that upstream runs from now on. */
    public void started(String upstream, Route route) {
        running.put(upstream, route);
    }

    /** It runs no more; another one that took its place stays. */
    public void stopped(String upstream, Route route) {
        running.remove(upstream, route);
    }

    public boolean isRunning(String upstream) {
        return running.containsKey(upstream);
    }

    /** @throws CallFailure {@code upstream_unavailable} when no route of the upstream runs */
    public Answer ask(UpstreamCall call) {
        Route route = running.get(call.upstream());
        if (route == null) {
            throw CallFailure.of(ErrorCode.UPSTREAM_UNAVAILABLE, null);
        }
        return route.ask(call);
    }
}
