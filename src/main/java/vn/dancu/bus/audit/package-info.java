/**
 * The audit trail: one durable record for each answer and each refusal, relayed in order to Kafka.
 *
 * <p>Face: {@link vn.dancu.bus.audit.AuditTrail}. A record is durable before {@code append} returns; Kafka being away delays
 * events and loses none. The room never holds a person's number in clear.
 */
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel"})
package vn.dancu.bus.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
