package vn.dancu.bus.sms.outbound;

import java.util.UUID;

/**
 * A part that an operator has taken.
 *
 * @param messageId the operator's number of it, as {@link ReceiptOfPart#stored} has it
 * @param part from 1
 */
public record SubmittedPart(String operator, String messageId, UUID delivery, int part) {}
