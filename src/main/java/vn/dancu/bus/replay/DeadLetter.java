package vn.dancu.bus.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * One message that came to no end, without its body.
 *
 * @param id {@code <source>.<rest>}, such as {@code delivery.<uuid>}: at most 200 printable ASCII characters
 * @param place where it lies: a queue, a channel of the outbox with its destination, or an axis account
 * @param partner whom it concerns; null when that is not known
 * @param messageId the id under which it was received or is sent, the same after a replay; null when it has none
 * @param diedAt when it was given up
 * @param cause a stable code, or what the destination answered
 * @param field the field that the cause is about
 * @param rule the rule that it broke
 * @param length of its body in bytes
 */
public record DeadLetter(
        String id,
        LetterKind kind,
        String place,
        @Nullable PartnerId partner,
        @Nullable String messageId,
        Instant diedAt,
        String cause,
        @Nullable String field,
        @Nullable String rule,
        long length) {}
