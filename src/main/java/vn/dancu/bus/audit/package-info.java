/**
 * The audit trail: one durable record for each answer and each refusal, relayed in order to Kafka.
 *
 * <p>Faces: {@link vn.dancu.bus.audit.AuditTrail} and {@link vn.dancu.bus.audit.Acts}. A record is durable before
 * {@code append} returns; while Kafka is away events are delayed and none is lost. A person's number is stored only sealed.
 */
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel", "kernel :: sql", "batch", "trace", "probe", "expiry", "job", "signing"})
package vn.dancu.bus.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
