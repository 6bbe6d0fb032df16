package vn.dancu.bus.policy;

import java.util.Map;
import vn.dancu.bus.kernel.PartnerId;

/**
 * Everything that decides, as an instance holds it; partners are found by their id, however many there are.
 *
 * @param revision of what partners keep by themselves
 */
record PolicySnapshot(PublishedPolicy policy, long revision, Map<PartnerId, PartnerSelfSettings> own) {

    PolicySnapshot {
        own = Map.copyOf(own);
    }

    PartnerSelfSettings ownOf(PartnerId partner) {
        return own.getOrDefault(partner, PartnerSelfSettings.NOTHING);
    }
}
