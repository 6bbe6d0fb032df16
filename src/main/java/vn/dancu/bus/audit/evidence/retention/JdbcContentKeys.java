package vn.dancu.bus.audit.evidence.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** The states of content keys and their destruction. */
final class JdbcContentKeys implements ContentKeys {

    private static final List<RecordKind> WITH_CONTENT = List.of(RecordKind.ANSWER, RecordKind.REFUSAL);
    private static final String COLUMNS =
            "number, since, until, destroy_asked_by, destroy_asked_at, destroyed_by, destroyed_at";
    private static final String ASK =
            """
            update audit.key_period set destroy_asked_by = ?, destroy_asked_at = ?, destroy_reason = ?
            where number = ? and destroyed_at is null
            """;
    private static final String DESTROY =
            """
            update audit.key_period set sealed = null, destroyed_by = ?, destroyed_at = ?
            where number = ? and destroyed_at is null and destroy_asked_by <> ?
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Acts acts;
    private final Clock clock;

    JdbcContentKeys(JdbcTemplate jdbc, TransactionTemplate transactions, Acts acts, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public List<Period> periods() {
        return jdbc.query("select " + COLUMNS + " from audit.key_period order by number", (rs, row) -> period(rs));
    }

    @Override
    public void askDestruction(Actor actor, int number, String reason) {
        transactions.executeWithoutResult(status -> {
            destroyable(number);
            if (jdbc.update(ASK, actor.name(), now(), reason, number) == 0) {
                throw new BusException(ErrorCode.MOVE_NOT_ALLOWED, null);
            }
            act(actor, "audit.key_destruction_asked", number, Map.of("reason", reason));
        });
    }

    @Override
    public void destroy(Actor actor, int number) {
        transactions.executeWithoutResult(status -> {
            Period period = destroyable(number);
            if (jdbc.update(DESTROY, actor.name(), now(), number, actor.name()) == 0) {
                boolean same = actor.name().equals(period.destroyAskedBy());
                throw new BusException(same ? ErrorCode.SECOND_PERSON_REQUIRED : ErrorCode.MOVE_NOT_ALLOWED, null);
            }
            act(actor, "audit.key_destroyed", number, Map.of("askedBy", String.valueOf(period.destroyAskedBy())));
        });
    }

    private Period destroyable(int number) {
        JdbcLegalHolds.lock(jdbc);
        Period period = jdbc
                .query(
                        "select " + COLUMNS + " from audit.key_period where number = ? for update",
                        (rs, row) -> period(rs),
                        number)
                .stream()
                .findFirst()
                .orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
        if (period.destroyedAt() != null || period.until().isAfter(Instant.now(clock))) {
            throw new BusException(ErrorCode.MOVE_NOT_ALLOWED, null);
        }
        if (JdbcLegalHolds.isHeld(jdbc, LegalHolds.Scope.DATA, WITH_CONTENT, period.since(), period.until())) {
            throw new BusException(ErrorCode.UNDER_LEGAL_HOLD, null);
        }
        return period;
    }

    private void act(Actor actor, String action, int number, Map<String, String> detail) {
        acts.record(new Act(actor, action, null, "key-period/" + number, detail));
    }

    private OffsetDateTime now() {
        return Instant.now(clock).atOffset(ZoneOffset.UTC);
    }

    private static Period period(ResultSet rs) throws SQLException {
        return new Period(
                rs.getInt("number"),
                rs.getTimestamp("since").toInstant(),
                rs.getTimestamp("until").toInstant(),
                rs.getString("destroy_asked_by"),
                JdbcLegalHolds.moment(rs, "destroy_asked_at"),
                rs.getString("destroyed_by"),
                JdbcLegalHolds.moment(rs, "destroyed_at"));
    }
}
