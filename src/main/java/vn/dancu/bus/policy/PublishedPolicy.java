package vn.dancu.bus.policy;

import vn.dancu.bus.kernel.PartnerId;

/** One published version, as an instance holds it. */
record PublishedPolicy(long number, String hash, PolicyContent content) {

    PolicyContent.Entitlement of(PartnerId partner) {
        return content.entitlements().getOrDefault(partner, PolicyContent.Entitlement.NOTHING);
    }
}
