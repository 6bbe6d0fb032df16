package vn.dancu.bus.delivery.notice;

import java.util.Map;
import java.util.UUID;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.OutboundMessage;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.notice.NoticeKind;
import vn.dancu.bus.partner.notice.NoticePost;

/** Notices as messages of channel {@code notices}; a partner's suspension does not hold the notice that tells of it. */
final class NoticeOutbox implements NoticePost {

    private static final String CHANNEL = "notices";

    private final Outbox outbox;

    NoticeOutbox(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void post(UUID id, PartnerId partner, NoticeKind kind, byte[] json) {
        outbox.put(new OutboundMessage(
                CHANNEL,
                partner.value(),
                null,
                id.toString(),
                partner.value(),
                Map.of("DanCuNoticeId", id.toString(), "DanCuNoticeKind", kind.code()),
                "application/json",
                MessageContent.of(json),
                null));
    }
}
