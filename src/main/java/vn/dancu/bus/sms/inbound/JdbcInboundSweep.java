package vn.dancu.bus.sms.inbound;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.sms.SmsSettings;

/** Ends what waits in vain, and forgets what is old. */
final class JdbcInboundSweep {

    /** The parts that came of a text whose others did not; it is counted once. */
    private static final String INCOMPLETE =
            """
            with late as (
                select sender_key, operator, called, reference, total from sms.part
                group by sender_key, operator, called, reference, total having max(received_at) < ?),
            gone as (
                delete from sms.part p using late l
                where p.sender_key = l.sender_key and p.operator = l.operator and p.called = l.called
                    and p.reference = l.reference and p.total = l.total
                returning p.operator, p.sender_key, p.called, p.reference, p.total)
            insert into sms.inbound (id, operator, sender_key, received_at, due_at, outcome, ended_at)
            select gen_random_uuid(), operator, sender_key, ?, ?, 'INCOMPLETE', ?
            from (select distinct operator, sender_key, called, reference, total from gone) as text
            """;

    /** One that is leased is at work. */
    private static final String EXPIRED = "update sms.inbound set ended_at = ?, outcome = 'EXPIRED', sealed = null"
            + " where ended_at is null and received_at < ? and due_at <= ?";

    private final JdbcTemplate jdbc;
    private final JdbcTakes takes;
    private final SmsSettings settings;
    private final Clock clock;

    JdbcInboundSweep(JdbcTemplate jdbc, JdbcTakes takes, SmsSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.takes = takes;
        this.settings = settings;
        this.clock = clock;
    }

    void run() {
        Instant now = clock.instant();
        Timestamp at = Timestamp.from(now);
        takes.joinParts();
        jdbc.update(INCOMPLETE, Timestamp.from(now.minus(settings.partsWithin())), at, at, at);
        jdbc.update(EXPIRED, at, Timestamp.from(now.minus(settings.answerWithin())), at);
        jdbc.update("delete from sms.inbound where ended_at < ?", Timestamp.from(now.minus(settings.keep())));
        jdbc.update("delete from sms.once where seen_at < ?", Timestamp.from(now.minus(settings.onceWindow())));
    }
}
