package vn.dancu.bus.audit.trail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.RecordKind;

/**
 * A record in the form in which it is stored.
 *
 * @param kind answer or refusal
 * @param keyPeriod the period whose key sealed the person; null for the master key itself
 * @param messageId as the event has it, so that it can be searched for
 * @param event the CloudEvents JSON, UTF-8
 * @param question kept beside it; null where none is
 */
record EventRow(
        UUID id,
        RecordKind kind,
        Instant occurredAt,
        @Nullable String partner,
        @Nullable String service,
        @Nullable String officer,
        String result,
        byte @Nullable [] personHash,
        byte @Nullable [] personSealed,
        @Nullable Integer keyPeriod,
        @Nullable String messageId,
        byte[] event,
        byte @Nullable [] onceKey,
        @Nullable QuestionRow question) {}
