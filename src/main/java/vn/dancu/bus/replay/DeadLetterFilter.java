package vn.dancu.bus.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/**
 * Which dead letters are meant; null means any.
 *
 * @param cause exactly as the letter has it
 * @param messageId exactly as the letter has it
 * @param from the first moment of death
 * @param until the first moment after the window
 */
public record DeadLetterFilter(
        @Nullable LetterKind kind,
        @Nullable PartnerId partner,
        @Nullable String cause,
        @Nullable String messageId,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Every dead letter. */
    public static final DeadLetterFilter ALL = new DeadLetterFilter(null, null, null, null, null, null);

    public DeadLetterFilter {
        if (from != null && until != null && !from.isBefore(until)) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "until", "after from");
        }
    }

    /** Those that concern that message. */
    public static DeadLetterFilter ofMessage(String messageId) {
        return new DeadLetterFilter(null, null, null, messageId, null, null);
    }

    /** Whether the letter meets every condition. */
    public boolean matches(DeadLetter letter) {
        return (kind == null || kind == letter.kind())
                && (partner == null || partner.equals(letter.partner()))
                && (cause == null || cause.equals(letter.cause()))
                && (messageId == null || messageId.equals(letter.messageId()))
                && (from == null || !letter.diedAt().isBefore(from))
                && (until == null || letter.diedAt().isBefore(until));
    }
}
