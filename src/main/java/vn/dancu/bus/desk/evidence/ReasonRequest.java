package vn.dancu.bus.desk.evidence;

/** Why something is asked for. */
record ReasonRequest(String reason) {

    ReasonRequest {
        reason = Reasons.checked("reason", reason);
    }
}
