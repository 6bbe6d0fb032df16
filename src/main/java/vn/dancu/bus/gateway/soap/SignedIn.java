package vn.dancu.bus.gateway.soap;

import java.time.Instant;
import vn.dancu.bus.partner.Partner;

/**
 * A partner that proved who it is, and the header by which it did.
 *
 * @param partner who, as it stands now
 * @param timestamp the Timestamp header as sent
 * @param digest the digest as sent, lower-case hex
 * @param at when the message came in
 */
record SignedIn(Partner partner, String timestamp, String digest, Instant at) {}
