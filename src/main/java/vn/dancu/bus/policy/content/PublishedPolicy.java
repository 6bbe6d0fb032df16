package vn.dancu.bus.policy.content;

import vn.dancu.bus.kernel.PartnerId;

/** One published version. */
public record PublishedPolicy(long number, String hash, PolicyContent content) {

    public PolicyContent.Entitlement of(PartnerId partner) {
        return content.of(partner);
    }
}
