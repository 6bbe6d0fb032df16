package vn.dancu.bus.audit.evidence.retention;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.DataDeletion;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.kernel.Actor;

/** Holds are about times, so one that covers any time before the moment stops the deletion as a whole. */
final class JdbcDataDeletion implements DataDeletion {

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final Acts acts;

    JdbcDataDeletion(JdbcTemplate jdbc, TransactionTemplate transactions, Acts acts) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.acts = acts;
    }

    @Override
    public void run(String action, Instant before, ToIntFunction<Instant> rows) {
        transactions.executeWithoutResult(status -> {
            JdbcLegalHolds.lock(jdbc);
            int deleted = isHeld(before) ? 0 : rows.applyAsInt(before);
            if (deleted > 0) {
                Map<String, String> detail = Map.of("before", before.toString(), "records", Integer.toString(deleted));
                acts.record(new Act(Actor.BUS, action, null, null, detail));
            }
        });
    }

    private boolean isHeld(Instant before) {
        return JdbcLegalHolds.isHeld(jdbc, LegalHolds.Scope.DATA, List.of(RecordKind.values()), Instant.EPOCH, before);
    }
}
