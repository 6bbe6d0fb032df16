package vn.dancu.bus.audit.trail;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;

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
    private final ActEventEncoder encoder = new ActEventEncoder();

    JdbcActs(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public UUID record(Act act) {
        UUID id = UUID.randomUUID();
        recordAll(List.of(act), List.of(id));
        return id;
    }

    @Override
    public void recordAll(List<Act> acts) {
        recordAll(acts, Stream.generate(UUID::randomUUID).limit(acts.size()).toList());
    }

    private void recordAll(List<Act> acts, List<UUID> ids) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An act is recorded in the transaction of the change that it reports");
        }
        Instant at = Instant.now(clock);
        List<@Nullable Object[]> rows = new ArrayList<>(acts.size());
        for (int i = 0; i < acts.size(); i++) {
            rows.add(row(ids.get(i), acts.get(i), at));
        }
        jdbc.batchUpdate(INSERT, rows);
    }

    private @Nullable Object[] row(UUID id, Act act, Instant at) {
        return new @Nullable Object[] {
            id,
            at.atOffset(ZoneOffset.UTC),
            act.partner() == null ? null : act.partner().value(),
            act.actor().name(),
            act.action(),
            act.personHash(),
            new String(encoder.encode(id, act, at), StandardCharsets.UTF_8)
        };
    }
}
