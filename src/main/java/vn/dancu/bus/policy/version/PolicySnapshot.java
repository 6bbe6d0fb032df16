package vn.dancu.bus.policy.version;

import java.util.Map;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.policy.content.PartnerSelfSettings;
import vn.dancu.bus.policy.content.PublishedPolicy;

/**
 * Everything that decides, as an instance holds it; partners are found by their id, however many there are.
 *
 * @param revision of what partners keep by themselves
 */
public record PolicySnapshot(PublishedPolicy policy, long revision, Map<PartnerId, PartnerSelfSettings> own) {

    public PolicySnapshot {
        own = Map.copyOf(own);
    }

    public PartnerSelfSettings ownOf(PartnerId partner) {
        return own.getOrDefault(partner, PartnerSelfSettings.NOTHING);
    }
}
