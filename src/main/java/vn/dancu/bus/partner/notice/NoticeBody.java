package vn.dancu.bus.partner.notice;

import java.time.Instant;
import java.util.UUID;
import vn.dancu.bus.kernel.PartnerId;

/** A notice as partners receive it, in JSON. */
public record NoticeBody(UUID id, PartnerId partner, String kind, Instant createdAt, Notice.Text vi, Notice.Text en) {

    public static NoticeBody of(Notice notice) {
        return new NoticeBody(
                notice.id(),
                notice.partner(),
                notice.kind().code(),
                notice.createdAt(),
                notice.vietnamese(),
                notice.english());
    }
}
