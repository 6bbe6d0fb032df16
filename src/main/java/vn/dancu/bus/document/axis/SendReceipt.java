package vn.dancu.bus.document.axis;

/**
 * The axis has taken a message.
 *
 * @param docId the axis' number for it
 */
public record SendReceipt(String docId) {}
