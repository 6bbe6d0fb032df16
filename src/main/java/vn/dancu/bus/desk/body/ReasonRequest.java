package vn.dancu.bus.desk.body;

/** @param reason why something is done, in the words of whoever does it */
public record ReasonRequest(String reason) {}
