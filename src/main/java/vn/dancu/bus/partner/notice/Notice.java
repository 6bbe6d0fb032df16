package vn.dancu.bus.partner.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * One notice to one partner.
 *
 * @param id the same on every copy of the notice, should one be sent twice
 * @param dueBy until when it must have been sent
 * @param attempts how often sending it was begun
 * @param lastError why the last attempt failed; null when none did
 * @param sentAt null until it is sent
 */
public record Notice(
        UUID id,
        PartnerId partner,
        NoticeKind kind,
        Text vietnamese,
        Text english,
        Instant createdAt,
        Instant dueBy,
        int attempts,
        @Nullable String lastError,
        @Nullable Instant sentAt) {

    /** A notice in one language. */
    public record Text(String subject, String body) {}
}
