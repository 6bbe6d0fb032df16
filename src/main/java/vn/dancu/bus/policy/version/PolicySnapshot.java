package vn.dancu.bus.policy.version;

import java.util.Map;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.policy.content.PartnerSelfSettings;
import vn.dancu.bus.policy.content.PublishedPolicy;

/**
 * The published version and the partners' own settings, as one instance holds them in memory.
 *
 * @param revision number of the newest change that a partner made by itself
 */
public record PolicySnapshot(PublishedPolicy policy, long revision, Map<PartnerId, PartnerSelfSettings> own) {

    public PolicySnapshot {
        own = Map.copyOf(own);
    }

    public PartnerSelfSettings ownOf(PartnerId partner) {
        return own.getOrDefault(partner, PartnerSelfSettings.NOTHING);
    }
}
