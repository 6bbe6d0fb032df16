package vn.dancu.bus.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes acts on the connection of the caller's transaction. */
final class JdbcActs implements Acts {

    /** A transaction may hold several events, of any kind: each act comes after those that are there already. */
    private static final String INSERT =
            """
            insert into audit.event (seq, id, kind, occurred_at, partner, officer, result, person_hash, event)
            select coalesce(max(seq) + 1, 0), ?, 'ACT', ?, ?, ?, ?, ?, ?
            from audit.event where xid = pg_current_xact_id()
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final ActRendering rendering = new ActRendering();

    JdbcActs(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public UUID record(Act act) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An act is recorded in the transaction of the change that it tells of");
        }
        UUID id = UUID.randomUUID();
        Instant at = Instant.now(clock);
        jdbc.update(
                INSERT,
                id,
                at.atOffset(ZoneOffset.UTC),
                act.partner() == null ? null : act.partner().value(),
                act.actor().name(),
                act.action(),
                act.personHash(),
                rendering.event(id, act, at));
        return id;
    }
}
