package vn.dancu.bus.pdf;

import java.time.Instant;

/**
 * What a signature says of itself, for people; none of it is proof.
 *
 * @param signer who signs, such as the name of the authority
 * @param reason why
 * @param made when, by the clock of the bus
 */
public record SignatureClaim(String signer, String reason, Instant made) {}
