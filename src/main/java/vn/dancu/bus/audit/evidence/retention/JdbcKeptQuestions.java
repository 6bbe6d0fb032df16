package vn.dancu.bus.audit.evidence.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.KeptQuestions;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.content.ContentSeal;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.PartnerId;

/** The table of kept questions, one partition a day: what is too old is dropped by the day, under no legal hold only. */
final class JdbcKeptQuestions implements KeptQuestions {

    private static final int DAYS_AHEAD = 3;
    private static final List<RecordKind> OF_RECORDS = List.of(RecordKind.ANSWER, RecordKind.REFUSAL);

    private static final String DAYS =
            """
            select to_date(substring(c.relname from 'question_([0-9]{8})$'), 'YYYYMMDD') from pg_inherits i
            join pg_class c on c.oid = i.inhrelid where i.inhparent = 'audit.question'::regclass
            and c.relname ~ '^question_[0-9]{8}$' order by 1
            """;

    private static final String DROP_OF_REST =
            """
            delete from audit.question_rest q where occurred_at < ? and not exists (select 1 from audit.hold h
                where h.released_at is null and h.since <= q.occurred_at and h.until > q.occurred_at
                and (h.kind is null or h.kind in ('ANSWER', 'REFUSAL')) and (h.scope is null or ? = any (h.scope)))
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final ContentSeal seal;
    private final Clock clock;

    JdbcKeptQuestions(JdbcTemplate jdbc, TransactionTemplate transactions, ContentSeal seal, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    public Map<UUID, Kept> find(Collection<UUID> events) {
        return jdbc
                .query(
                        "select event, door, coalesce(message_id, event::text) as message_id from audit.question q"
                                + " left join audit.key_period k on k.number = q.key_period where event = any (?)"
                                + " and (q.key_period is null or k.sealed is not null)",
                        (rs, number) -> new Kept(
                                rs.getObject("event", UUID.class), rs.getString("door"), rs.getString("message_id")),
                        (Object) events.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toMap(Kept::event, Function.identity(), (one, other) -> one));
    }

    @Override
    public Optional<byte[]> open(PartnerId partner, UUID event) {
        return jdbc
                .query(
                        "select key_period, sealed from audit.question where event = ? and partner = ?",
                        (rs, number) -> opened(event, rs.getObject("key_period", Integer.class), rs.getBytes("sealed")),
                        event,
                        partner.value())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<byte[]> opened(UUID event, @Nullable Integer keyPeriod, byte[] sealed) {
        try {
            return Optional.of(ContentSeal.question(event, seal.opened(keyPeriod, sealed)));
        } catch (BusException e) {
            return Optional.empty(); // the key of its month was destroyed
        }
    }

    @Override
    public void dropOlderThan(Duration age) {
        Instant now = clock.instant();
        transactions.executeWithoutResult(status -> {
            jdbc.execute(JdbcMonthPartitions.LIMIT_LOCK_TIME);
            jdbc.queryForList(
                    "select audit.make_question_days(?, ?)", LocalDate.ofInstant(now, ZoneOffset.UTC), DAYS_AHEAD);
        });
        Instant kept = now.minus(age);
        jdbc.queryForList(DAYS, LocalDate.class).stream()
                .filter(day -> !end(day).isAfter(kept))
                .forEach(this::drop);
        dropOfRest(kept);
    }

    private void drop(LocalDate day) {
        String table = "audit.question_" + day.format(DateTimeFormatter.BASIC_ISO_DATE);
        transactions.executeWithoutResult(status -> {
            JdbcLegalHolds.lock(jdbc);
            if (!isHeld(start(day), end(day))) {
                jdbc.execute(JdbcMonthPartitions.LIMIT_LOCK_TIME);
                jdbc.execute("drop table if exists " + table);
            }
        });
    }

    /** Questions of days that had no partition in time. */
    private void dropOfRest(Instant kept) {
        transactions.executeWithoutResult(status -> {
            JdbcLegalHolds.lock(jdbc);
            jdbc.update(DROP_OF_REST, kept.atOffset(ZoneOffset.UTC), LegalHolds.Scope.DATA.name());
        });
    }

    private boolean isHeld(Instant since, Instant until) {
        return JdbcLegalHolds.isHeld(jdbc, LegalHolds.Scope.DATA, OF_RECORDS, since, until);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant end(LocalDate day) {
        return start(day.plusDays(1));
    }
}
