package vn.dancu.bus.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.upstream.call.CallFailure;
import vn.dancu.bus.upstream.call.WireStep;

/** The upstreams of the settings. Thread-safe. */
public final class Upstreams {

    private final Map<String, Upstream> byName;

    /**
     * One of them.
     *
     * @param wire what the steps of its route do
     * @param gate how many questions it gets at a time, and whether it gets any
     */
    public record Upstream(String name, UpstreamSettings.Upstream settings, WireStep wire, CallGate gate) {}

    Upstreams(List<Upstream> upstreams) {
        Map<String, Upstream> named = new TreeMap<>();
        upstreams.forEach(one -> named.put(one.name(), one));
        this.byName = named;
    }

    /** By name. */
    public List<Upstream> all() {
        return new ArrayList<>(byName.values());
    }

    /** @throws IllegalArgumentException when the settings have no such upstream */
    public Upstream named(String name) {
        Upstream found = byName.get(name);
        if (found == null) {
            throw new IllegalArgumentException("There is no dancu.upstream." + name);
        }
        return found;
    }

    /**
     * The one that is asked for that service: who names it, or else who names none.
     *
     * @throws CallFailure {@code upstream_question_unsupported} when there is none
     */
    Upstream of(PopulationOperation operation) {
        Upstream general = null;
        for (Upstream one : byName.values()) {
            if (one.settings().services().contains(operation.element())) {
                return one;
            }
            if (one.settings().services().isEmpty() && general == null) {
                general = one;
            }
        }
        if (general == null) {
            throw CallFailure.unasked(ErrorCode.UPSTREAM_QUESTION_UNSUPPORTED, null);
        }
        return general;
    }
}
