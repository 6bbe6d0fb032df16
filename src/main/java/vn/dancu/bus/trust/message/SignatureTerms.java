package vn.dancu.bus.trust.message;

import java.time.Duration;

/**
 * What is asked of a signed message.
 *
 * @param window how old its Timestamp may be
 * @param clockSkew how far its Timestamp may lie ahead of this clock
 * @param takesSha1 whether {@code rsa-sha1} and digests by SHA-1 are taken too, of a partner that cannot do better
 */
public record SignatureTerms(Duration window, Duration clockSkew, boolean takesSha1) {}
