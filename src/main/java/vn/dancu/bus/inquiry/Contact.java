package vn.dancu.bus.inquiry;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * How a question came in.
 *
 * @param door {@code soap}, {@code rest} or {@code jms}
 * @param partner who proved to be asking; null while nobody did
 * @param claimed the partner id that was claimed and not proved, for the record of a refusal
 * @param messageId the id that the door gave, used when the question has none
 * @param receivedAt when it came
 * @param bytesIn size of the request
 * @param onceKey set when the same message may be answered only once (a signed header within its window)
 */
public record Contact(
        String door,
        @Nullable PartnerId partner,
        @Nullable PartnerId claimed,
        @Nullable String messageId,
        Instant receivedAt,
        long bytesIn,
        byte @Nullable [] onceKey) {}
