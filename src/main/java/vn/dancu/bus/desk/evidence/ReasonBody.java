package vn.dancu.bus.desk.evidence;

/** Why something is asked for. */
record ReasonBody(String reason) {

    ReasonBody {
        reason = Reasons.checked("reason", reason);
    }
}
