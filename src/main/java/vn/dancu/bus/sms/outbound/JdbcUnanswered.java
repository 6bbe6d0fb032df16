package vn.dancu.bus.sms.outbound;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.sms.SmsSettings;
import vn.dancu.bus.sms.SubscriberHash;

/**
 * Parts that their operator may have. A receipt of a message of which no submission is known, to the same subscriber, is that of the
 * part: texts to one number go one after another, so that no other can be. Where the operator repeats the reference, it must be the same.
 */
final class JdbcUnanswered {

    private static final String PUT =
            """
            insert into sms.unanswered (delivery, part, operator, subscriber_key, reference, submitted_at, held_until)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (delivery, part) do update set submitted_at = excluded.submitted_at, held_until = excluded.held_until
            """;

    private static final String SETTLE =
            """
            with found as materialized (
                select u.delivery, u.part, u.submitted_at, r.operator, r.message_id
                from sms.unanswered u cross join lateral (
                    select s.operator, s.message_id from sms.submission s
                    where s.operator = u.operator and s.subscriber_key = u.subscriber_key and s.delivery is null
                        and s.state_at >= u.submitted_at and coalesce(s.reference, u.reference) = u.reference
                    order by s.reference nulls last, s.state_at limit 1 for update skip locked) as r
                for update of u skip locked),
            settled as (
                update sms.submission s set delivery = f.delivery, part = f.part, submitted_at = f.submitted_at
                from found f where s.operator = f.operator and s.message_id = f.message_id and s.delivery is null
                returning s.delivery, s.part)
            delete from sms.unanswered u using settled s where u.delivery = s.delivery and u.part = s.part
            returning u.delivery
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Outbox outbox;
    private final SubscriberHash hash;
    private final SmsSettings settings;
    private final Clock clock;

    /** False spares each batch of receipts a statement; what another instance waits for is seen by the sweep. */
    private volatile boolean any = true;

    JdbcUnanswered(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Outbox outbox,
            SubscriberHash hash,
            SmsSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.outbox = outbox;
        this.hash = hash;
        this.settings = settings;
        this.clock = clock;
    }

    /** Zero when a receipt of it was there already. Without the database it is held too, and no receipt ends that. */
    Duration put(UnansweredPart part) {
        try {
            boolean settled = Objects.requireNonNull(transaction.execute(status -> kept(part)));
            return settled ? Duration.ZERO : settings.resendAfter();
        } catch (DataAccessException | TransactionException e) {
            return settings.resendAfter();
        }
    }

    private boolean kept(UnansweredPart part) {
        any = true;
        jdbc.update(
                PUT,
                part.delivery(),
                part.part(),
                part.operator(),
                hash.of(part.to().value()),
                part.reference(),
                Timestamp.from(part.submittedAt()),
                Timestamp.from(clock.instant().plus(settings.resendAfter())));
        return settle().contains(part.delivery());
    }

    /**
     * Joins receipts and parts, in the transaction of the caller: a part that the operator has is as if its submission had been
     * answered, and its delivery goes on at once.
     */
    List<UUID> settle() {
        if (!any) {
            return List.of();
        }
        List<UUID> deliveries = jdbc.queryForList(SETTLE, UUID.class);
        if (!deliveries.isEmpty()) {
            outbox.hasten(deliveries);
        }
        return deliveries;
    }

    /** Of deliveries that have ended otherwise nothing else forgets it. */
    void forget(Instant heldBefore) {
        jdbc.update("delete from sms.unanswered where held_until < ?", Timestamp.from(heldBefore));
        any = Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from sms.unanswered)", Boolean.class));
    }

    Duration hold(UUID delivery, Instant boundSince) {
        Instant now = clock.instant();
        Timestamp earliest = Timestamp.from(boundSince.plus(settings.resendAfter()));
        jdbc.update(
                "delete from sms.unanswered where delivery = ? and greatest(held_until, ?) <= ?",
                delivery,
                earliest,
                Timestamp.from(now));
        Timestamp until = jdbc.queryForObject(
                "select max(greatest(held_until, ?)) from sms.unanswered where delivery = ?",
                Timestamp.class,
                earliest,
                delivery);
        return until == null ? Duration.ZERO : Duration.between(now, until.toInstant());
    }
}
