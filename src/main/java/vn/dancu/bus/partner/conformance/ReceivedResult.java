package vn.dancu.bus.partner.conformance;

import java.time.Instant;
import vn.dancu.bus.conformance.result.ConformanceResult;

/**
 * A result that was handed in and is right: signed by a known key, of this partner, of a target that counts.
 *
 * @param sha256 of the signed document in its compact form, lower-case hex
 * @param signer name of the key
 * @param result what came of the run
 * @param receivedBy who handed it in
 * @param receivedAt when
 */
public record ReceivedResult(
        String sha256, String signer, ConformanceResult result, String receivedBy, Instant receivedAt) {}
