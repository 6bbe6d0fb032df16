package vn.dancu.bus.audit;

/** The record of every answer and every refusal. */
public interface AuditTrail {

    /**
     * Appends the record and returns when it is durable in PostgreSQL; many waiting callers share one commit. The event
     * reaches Kafka afterwards, in the order of commits.
     *
     * @return {@link Receipt#ALREADY_RECORDED} when a record with the same once-key was appended before; nothing was
     *     written then
     * @throws vn.dancu.bus.kernel.BusException with {@code audit_unavailable} when durability was not reached in
     *     {@code dancu.audit.append-timeout}: nothing may be answered then. With {@code overloaded} when more than
     *     {@code dancu.audit.max-waiting} callers wait.
     */
    Receipt append(AuditRecord record);
}
