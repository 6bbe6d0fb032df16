package vn.dancu.bus.delivery;

import vn.dancu.bus.kernel.BusException;

/**
 * Signed receipts: a JWS in compact form (RFC 7515), HS256 with the key that {@code dancu.delivery.receipt-keys.<party>} has
 * for the other side. Its claims are {@code iss} (who received), {@code sub} (the id of the message as its sender gave it),
 * {@code sha256} (of the content, 64 hex digits) and {@code iat} (seconds).
 */
public interface Receipts {

    /**
     * The receipt of a message that the bus received from that party.
     *
     * @throws BusException {@code credentials_missing} when there is no key for that party
     */
    String sign(String party, String messageId, String sha256);

    /**
     * Takes the receipt of a message of the outbox: one that awaits it is delivered. The same again changes nothing.
     *
     * @param party the destination that signed it
     * @throws BusException {@code credentials_wrong} when the signature is not that party's, {@code field_invalid} when it is
     *     no receipt or is for other content, {@code resource_unknown} when there is no such message for that party
     */
    void accept(String party, String receipt);
}
