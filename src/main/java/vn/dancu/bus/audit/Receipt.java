package vn.dancu.bus.audit;

/** What came of an append. */
public enum Receipt {
    /** The record is durable. */
    RECORDED,
    /** A record with this once-key is there already; this one was not written. */
    ALREADY_RECORDED
}
