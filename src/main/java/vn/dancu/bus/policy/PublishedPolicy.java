package vn.dancu.bus.policy;

import vn.dancu.bus.kernel.PartnerId;

/** One published version. */
record PublishedPolicy(long number, String hash, PolicyContent content) {

    PolicyContent.Entitlement of(PartnerId partner) {
        return content.of(partner);
    }
}
