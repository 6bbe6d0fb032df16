package vn.dancu.bus.audit;

/** The record of questions of ours to other services. */
public interface CallTrail {

    /**
     * Records that a question is about to leave, and returns when that is durable.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code audit_unavailable} or {@code overloaded} as {@link AuditTrail#append}: nothing
     *     may be asked then
     */
    void asked(CallRecord record);

    /**
     * Records what became of it, and does not wait: it is committed before or with whatever this thread appends next. What the database
     * refuses is logged; that the question was asked is known from the record before.
     */
    void ended(CallRecord record);
}
