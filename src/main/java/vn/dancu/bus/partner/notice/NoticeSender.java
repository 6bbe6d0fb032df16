package vn.dancu.bus.partner.notice;

import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;

/** Sends what lies in the outbox, and puts off what cannot be sent now. */
final class NoticeSender {

    private static final Logger LOGGER = LoggerFactory.getLogger(NoticeSender.class);

    private static final int BATCH = 20;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int LONGEST_ERROR = 200;

    private final JdbcNotices outbox;
    private final NoticeChannel channel;

    NoticeSender(JdbcNotices outbox, NoticeChannel channel) {
        this.outbox = outbox;
        this.channel = channel;
    }

    /** Sends until nothing is left to send now. After one failure the rest does not wait for the broker as well. */
    void sendAll() {
        List<Notice> taken;
        boolean open = true;
        do {
            taken = outbox.take(BATCH, LEASE);
            for (Notice notice : taken) {
                if (open) {
                    open = sends(notice);
                } else {
                    outbox.failed(notice.id(), "the one before it could not be sent", pause(notice));
                }
            }
        } while (open && taken.size() == BATCH);
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
                    .log("A notice could not be sent now, it is kept");
            String error = String.valueOf(e.getMessage());
            outbox.failed(notice.id(), error.substring(0, Math.min(error.length(), LONGEST_ERROR)), pause(notice));
            return false;
        }
    }

    private static Duration pause(Notice notice) {
        Duration doubled = Duration.ofSeconds(1L << Math.min(notice.attempts(), 6));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
