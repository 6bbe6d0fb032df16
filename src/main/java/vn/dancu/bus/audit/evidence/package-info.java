/**
 * The audit trail as evidence: records sealed in chained, signed batches, proofs of single records, files for inspectors
 * and archives, and what decides how long records are kept.
 *
 * <p>Faces: {@link vn.dancu.bus.audit.evidence.Evidence} on a running bus, and
 * {@link vn.dancu.bus.audit.evidence.EvidenceVerifier}, which needs neither bus nor database. It never changes a record, and
 * nothing here makes an answer wait.
 */
@NullMarked
@NamedInterface("evidence")
package vn.dancu.bus.audit.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
