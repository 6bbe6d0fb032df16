package vn.dancu.bus.document.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;

/** Lets go of the bytes of refused documents when they have been kept long enough. */
final class JdbcSetAside {

    private static final int BATCH = 200;

    private final JdbcTemplate jdbc;
    private final ClaimChecks claims;
    private final TransactionTemplate transaction;
    private final Duration keep;
    private final Clock clock;

    JdbcSetAside(JdbcTemplate jdbc, ClaimChecks claims, TransactionTemplate transaction, Duration keep, Clock clock) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.transaction = transaction;
        this.keep = keep;
        this.clock = clock;
    }

    private record Kept(UUID document, ClaimCheck content) {}

    void sweep() {
        while (Integer.valueOf(BATCH).equals(transaction.execute(status -> release()))) {
            // The next ones.
        }
    }

    private int release() {
        List<Kept> old = jdbc.query(
                "select id, content, content_length, content_sha256 from document.document where state = 'refused'"
                        + " and content_kept and changed_at < ? order by changed_at limit ? for update skip locked",
                (rs, number) -> new Kept(rs.getObject("id", UUID.class), JdbcDocumentLedger.content(rs)),
                Timestamp.from(clock.instant().minus(keep)),
                BATCH);
        for (Kept each : old) {
            claims.release(each.content(), ReceivedDocument.holder(each.document()));
            jdbc.update("update document.document set content_kept = false where id = ?", each.document());
        }
        return old.size();
    }
}
