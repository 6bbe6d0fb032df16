package vn.dancu.bus.delivery.report;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.DeliverySettings;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** Ends what time or the standing of a partner has ended, and forgets what ended long ago. On every instance; together harmless. */
final class JdbcSweep {

    private static final int MAX_ROWS = 1000;

    /**
     * Content and kept files of messages that have ended, dead letters left out. What is due is chosen first: as a subquery it may be
     * evaluated for each row, and end more than a batch.
     */
    private static final String EXPIRE =
            """
            with due as materialized (
                select id as due_id from delivery.message
                where ended_at is null and state in ('WAITING', 'AWAITING_RECEIPT') and expires_at <= ?
                limit ? for update skip locked),
            expired as (
                update delivery.message set state = 'EXPIRED', ended_at = ? from due where id = due_id
                returning id),
            content as (delete from delivery.content where id in (select id from expired)),
            claim as (delete from delivery.claim where holder in (select 'delivery/' || id from expired))
            select count(*) from expired
            """;

    private static final String TERMINATE =
            """
            update delivery.message set state = 'DEAD', ended_at = ?, dead_at = ?, last_error = 'partner_terminated'
            where ended_at is null and state in ('WAITING', 'AWAITING_RECEIPT') and partner = any (?)
            """;

    /** What was tried before a hold is tried as long after it as if it were new. */
    private static final String HOLD =
            "update delivery.message set first_at = null where ended_at is null and state = 'WAITING'"
                    + " and first_at is not null and partner = any (?)";

    /** Counted before it goes, so that the balance still has it. */
    private static final String FORGET =
            """
            with due as materialized (
                select id as due_id from delivery.message
                where ended_at is not null and ended_at < case when dead_at is null then ?::timestamptz
                    else ?::timestamptz end
                limit ? for update skip locked),
            gone as (
                delete from delivery.message using due where id = due_id
                returning id, channel, state),
            content as (delete from delivery.content where id in (select id from gone)),
            claim as (delete from delivery.claim where holder in (select 'delivery/' || id from gone)),
            counted as (
                insert into delivery.gone as kept (channel, state, number)
                select channel, state, count(*) from gone group by channel, state order by channel, state
                on conflict (channel, state) do update set number = kept.number + excluded.number)
            select count(*) from gone
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Partners partners;
    private final DeliverySettings settings;
    private final Clock clock;

    JdbcSweep(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Partners partners,
            DeliverySettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.partners = partners;
        this.settings = settings;
        this.clock = clock;
    }

    void end() {
        Instant now = clock.instant();
        Timestamp at = Timestamp.from(now);
        whileFull(EXPIRE, at, MAX_ROWS, at);
        String[] terminated = ids(partner -> partner.state() == Partner.State.TERMINATED);
        if (terminated.length > 0) {
            jdbc.update(TERMINATE, at, at, terminated);
        }
        String[] held = ids(partner -> partner.objection().isPresent());
        if (held.length > 0) {
            jdbc.update(HOLD, (Object) held);
        }
    }

    void forget() {
        Instant now = clock.instant();
        whileFull(
                FORGET,
                Timestamp.from(now.minus(settings.keep())),
                Timestamp.from(now.minus(settings.keepDead())),
                MAX_ROWS);
    }

    private void whileFull(String sql, Object... values) {
        Long count;
        do {
            count = transaction.execute(status -> jdbc.queryForObject(sql, Long.class, values));
        } while (count != null && count == MAX_ROWS);
    }

    private String[] ids(Predicate<Partner> which) {
        List<Partner> all = partners.all();
        return all.stream().filter(which).map(partner -> partner.id().value()).toArray(String[]::new);
    }
}
