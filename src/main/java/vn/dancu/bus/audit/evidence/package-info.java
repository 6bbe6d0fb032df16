/**
 * The audit trail as evidence: records are sealed in chained, signed and time-stamped batches; single records are proved and
 * batches exported to files that anybody can verify.
 *
 * <p>Face: {@link vn.dancu.bus.audit.evidence.Evidence}. It never changes a record, and no answer waits for it.
 */
@NullMarked
@NamedInterface("evidence")
package vn.dancu.bus.audit.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
