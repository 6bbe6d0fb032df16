/**
 * Verifies evidence files on any computer, without bus, database or network.
 *
 * <p>Face: {@link vn.dancu.bus.audit.evidence.verify.EvidenceVerifier}. It needs no Spring.
 */
@NullMarked
@NamedInterface("verify")
package vn.dancu.bus.audit.evidence.verify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
