package vn.dancu.bus.partner.notice;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;

/** Sends the notices of the outbox, and schedules another attempt for those that fail. */
final class NoticeSender {

    private static final Logger LOGGER = LoggerFactory.getLogger(NoticeSender.class);

    private static final int NOTICES_PER_LEASE = 20;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration MAX_RETRY_PAUSE = Duration.ofMinutes(1);
    private static final int MAX_ERROR_LENGTH = 200;

    private final JdbcNotices outbox;
    private final NoticeChannel channel;

    NoticeSender(JdbcNotices outbox, NoticeChannel channel) {
        this.outbox = outbox;
        this.channel = channel;
    }

    /**
     * Sends all notices that are due. After one failure the other leased notices are put off without an attempt, so
     * that they do not wait for the broker too.
     */
    void sendAll() {
        List<Notice> taken;
        boolean open = true;
        do {
            taken = outbox.take(NOTICES_PER_LEASE, LEASE);
            for (Notice notice : taken) {
                if (open) {
                    open = sends(notice);
                } else {
                    outbox.failed(notice.id(), "the one before it could not be sent", pause(notice));
                }
            }
        } while (open && taken.size() == NOTICES_PER_LEASE);
    }

    private boolean sends(Notice notice) {
        try {
            channel.send(notice);
            outbox.sent(notice.id());
            return true;
        } catch (NoticeFailure e) {
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.PARTNER, notice.partner())
                    .setCause(e.getCause())
                    .log("A notice could not be sent; it stays in the outbox");
            String error = String.valueOf(e.getMessage());
            outbox.failed(notice.id(), error.substring(0, Math.min(error.length(), MAX_ERROR_LENGTH)), pause(notice));
            return false;
        }
    }

    private static Duration pause(Notice notice) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(notice.attempts(), 6));
        return doubled.compareTo(MAX_RETRY_PAUSE) > 0 ? MAX_RETRY_PAUSE : doubled;
    }
}
