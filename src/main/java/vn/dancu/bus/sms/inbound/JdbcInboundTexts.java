package vn.dancu.bus.sms.inbound;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.sms.InboundText;
import vn.dancu.bus.sms.InboundTexts.Traffic;
import vn.dancu.bus.sms.OutboundText;
import vn.dancu.bus.sms.OutboundTexts;
import vn.dancu.bus.sms.PhoneNumber;
import vn.dancu.bus.sms.SmsSettings;

/** Texts that were taken, leased in the order of each sender and ended, many in a statement. */
final class JdbcInboundTexts {

    /** A text waits behind an earlier one of its sender, which may be leased elsewhere. */
    private static final String CLAIM =
            """
            with due as (
                select i.id from sms.inbound i
                where i.ended_at is null and i.due_at <= ? and not exists (
                    select 1 from sms.inbound e
                    where e.sender_key = i.sender_key and e.ended_at is null and e.seq < i.seq)
                order by i.due_at limit ? for update of i skip locked)
            update sms.inbound m set due_at = ?, attempts = m.attempts + 1 from due where m.id = due.id
            returning m.id, m.operator, m.sealed, m.received_at, m.seq
            """;

    private static final String END =
            """
            update sms.inbound m set ended_at = ?, outcome = g.outcome, sealed = null
            from unnest(?::uuid[], ?::text[]) as g (id, outcome) where m.id = g.id and m.ended_at is null
            """;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MAX_DOUBLINGS = 6;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TextSeal seal;
    private final OutboundTexts out;
    private final SmsSettings settings;
    private final Clock clock;

    JdbcInboundTexts(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            TextSeal seal,
            OutboundTexts out,
            SmsSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.seal = seal;
        this.out = out;
        this.settings = settings;
        this.clock = clock;
    }

    private record Row(UUID id, String operator, byte @Nullable [] sealed, Instant receivedAt) {}

    List<InboundText> claim(int limit) {
        Instant now = clock.instant();
        List<Row> rows = Objects.requireNonNull(transaction.execute(status -> {
            // A lease that is lost is taken anew; it need not wait for the disk.
            jdbc.execute("set local synchronous_commit = off");
            return jdbc.query(
                    CLAIM,
                    (rs, number) -> new Row(
                            rs.getObject("id", UUID.class),
                            rs.getString("operator"),
                            rs.getBytes("sealed"),
                            rs.getTimestamp("received_at").toInstant()),
                    Timestamp.from(now),
                    limit,
                    Timestamp.from(now.plus(settings.lease())));
        }));
        List<InboundText> texts = new ArrayList<>(rows.size());
        List<UUID> unreadable = new ArrayList<>();
        for (Row row : rows) {
            InboundText text = text(row);
            if (text == null) {
                unreadable.add(row.id());
            } else {
                texts.add(text);
            }
        }
        if (!unreadable.isEmpty()) {
            end(
                    unreadable,
                    unreadable.stream().map(id -> TextOutcome.UNREADABLE).toList());
        }
        return texts;
    }

    /** Puts the answers and ends the texts, all or none. A text that ended meanwhile keeps its end; its answer goes once. */
    void end(List<PendingEnd> ends) {
        transaction.executeWithoutResult(status -> {
            out.putAll(ends.stream()
                    .flatMap(end -> end.answer().map(answer -> answerTo(end.text(), answer)).stream())
                    .toList());
            end(
                    ends.stream().map(end -> end.text().id()).toList(),
                    ends.stream().map(PendingEnd::outcome).toList());
        });
    }

    /** It is due again after a pause that grows with its attempts. */
    void failed(UUID id) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.update(
                "update sms.inbound set due_at = ?::timestamptz + ? * interval '1 millisecond'"
                        + " * power(2, least(attempts, ?)) where id = ? and ended_at is null",
                now,
                FIRST_PAUSE.toMillis() / 2,
                MAX_DOUBLINGS,
                id);
    }

    Traffic traffic() {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                select (select count(*) from sms.inbound where ended_at is null),
                    (select coalesce(extract(epoch from ?::timestamptz - min(received_at)), 0)::bigint
                        from sms.inbound where ended_at is null),
                    (select count(*) from sms.part),
                    (select count(*) from sms.submission where submitted_at is not null
                        and (state is null or state in ('ENROUTE', 'ACCEPTED')))
                """,
                (rs, row) -> new Traffic(rs.getLong(1), Math.max(0, rs.getLong(2)), rs.getLong(3), rs.getLong(4)),
                Timestamp.from(clock.instant())));
    }

    private void end(List<UUID> ids, List<TextOutcome> outcomes) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.update(connection -> {
            PreparedStatement statement = connection.prepareStatement(END);
            statement.setTimestamp(1, now);
            statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text", outcomes.stream().map(TextOutcome::name).toArray()));
            return statement;
        });
    }

    private static OutboundText answerTo(InboundText text, String answer) {
        return new OutboundText(text.operator(), text.called(), text.sender(), answer, "answer/" + text.id(), null);
    }

    /** Null where the key that sealed it is gone. */
    private @Nullable InboundText text(Row row) {
        if (row.sealed() == null) {
            return null;
        }
        try {
            TextSeal.Opened opened = seal.open(row.id().toString(), row.sealed());
            return new InboundText(
                    row.id(),
                    row.operator(),
                    new PhoneNumber(opened.sender()),
                    opened.called(),
                    new String(opened.content(), StandardCharsets.UTF_8),
                    row.receivedAt());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
