package vn.dancu.bus.trust.message;

/**
 * A message of which everything that is left was signed.
 *
 * @param envelope the Body as it was digested, in an envelope without a header; UTF-8
 * @param onceKey SHA-256 of what was signed, the same for the same message whoever sends it again
 */
public record SignedMessage(byte[] envelope, byte[] onceKey) {}
