package vn.dancu.bus.feed;

import vn.dancu.bus.kernel.PartnerId;

/** Signed receipts of pages that were pushed. */
@FunctionalInterface
public interface PushReceipts {

    /**
     * Keeps the receipt beside the page; the same again changes nothing.
     *
     * @param receipt a JWS in compact form, as {@link vn.dancu.bus.delivery.Receipts} has it
     * @throws vn.dancu.bus.kernel.BusException {@code field_invalid} when the partner has not signed it, or it is no receipt or for other
     *     content; {@code resource_unknown} when no such page was sent to the partner
     */
    void take(PartnerId partner, String receipt);
}
