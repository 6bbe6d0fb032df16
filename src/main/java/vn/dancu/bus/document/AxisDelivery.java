package vn.dancu.bus.document;

import org.jspecify.annotations.Nullable;

/**
 * One item of an account's list of what waits at the axis.
 *
 * @param account name of the account in the settings
 * @param docId the axis' number
 * @param from agency code of the sender, which the axis has proved; null where the list does not say
 * @param isStatus whether the axis has it as a status and not as a document
 */
public record AxisDelivery(String account, String docId, @Nullable String from, boolean isStatus) {}
