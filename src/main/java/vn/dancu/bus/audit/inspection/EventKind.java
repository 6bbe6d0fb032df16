package vn.dancu.bus.audit.inspection;

/** What an event of the trail tells of. */
public enum EventKind {
    /** Something was answered. */
    ANSWER,
    /** Something was refused. */
    REFUSAL,
    /** Somebody did something in the administration. */
    ACT,
    /** A batch of records was sealed. */
    SEAL
}
