package vn.dancu.bus.partner.notice;

import java.util.UUID;
import vn.dancu.bus.kernel.PartnerId;

/** Takes notices to partners to their queues; what sends them lies above this room. */
@FunctionalInterface
public interface NoticePost {

    /**
     * Takes a notice in the transaction of the caller. It goes out whatever the partner's standing, the notices of a partner
     * one after another. The same id again changes nothing.
     *
     * @param json the notice as the partner receives it
     */
    void post(UUID id, PartnerId partner, NoticeKind kind, byte[] json);
}
