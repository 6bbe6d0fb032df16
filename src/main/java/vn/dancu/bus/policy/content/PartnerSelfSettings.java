package vn.dancu.bus.policy.content;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What a partner keeps by itself, inside the limits of the published version.
 *
 * @param officers whom it registered, each with the end of validity; {@link Instant#MAX} for none
 * @param closed procedures that it switched off
 */
public record PartnerSelfSettings(Map<String, Instant> officers, Set<String> closed) {

    public static final PartnerSelfSettings NOTHING = new PartnerSelfSettings(Map.of(), Set.of());

    public PartnerSelfSettings {
        officers = Map.copyOf(officers);
        closed = Set.copyOf(closed);
    }

    public boolean admits(String officer, Instant now) {
        Instant until = officers.get(officer);
        return until != null && now.isBefore(until);
    }
}
