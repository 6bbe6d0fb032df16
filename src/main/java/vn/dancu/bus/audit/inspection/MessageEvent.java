package vn.dancu.bus.audit.inspection;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.RecordKind;

/**
 * An answer or a refusal as its event has it, without the person.
 *
 * @param id the event
 * @param kind {@code ANSWER} or {@code REFUSAL}
 * @param door {@code soap}, {@code rest}, {@code adapter}, {@code xroad}, {@code xroad-rest}, {@code jms}, {@code document}, {@code me} or {@code sms}
 * @param messageId MaYeuCau, or the id that the door gave
 * @param service operation
 * @param result result of an answer, code of a refusal
 * @param issue the asker's case or file
 * @param released names of fields that left
 * @param policyHash of the policy that decided
 * @param replay the replay that put the message back to its door
 */
public record MessageEvent(
        UUID id,
        RecordKind kind,
        Instant occurredAt,
        Instant receivedAt,
        String door,
        @Nullable String messageId,
        @Nullable String partner,
        @Nullable String officer,
        @Nullable String service,
        @Nullable String procedure,
        @Nullable String purpose,
        String result,
        @Nullable String issue,
        Set<String> released,
        @Nullable String policyHash,
        @Nullable String replay,
        long bytesIn) {

    public MessageEvent {
        released = Set.copyOf(released);
    }
}
