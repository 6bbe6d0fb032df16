package vn.dancu.bus.delivery.content;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;

/** The files of large bodies, and who keeps them. */
final class JdbcClaimChecks implements ClaimChecks {

    private static final int MAX_SWEPT = 1000;

    private final JdbcTemplate jdbc;
    private final ClaimFolder folder;
    private final Duration orphanAge;
    private final Clock clock;

    JdbcClaimChecks(JdbcTemplate jdbc, ClaimFolder folder, Duration orphanAge, Clock clock) {
        this.jdbc = jdbc;
        this.folder = folder;
        this.orphanAge = orphanAge;
        this.clock = clock;
    }

    @Override
    public ClaimCheck store(InputStream content, long limit) throws IOException {
        return folder.store(content, limit);
    }

    @Override
    public InputStream open(ClaimCheck check) {
        return folder.open(check.id());
    }

    @Override
    public void keep(ClaimCheck check, String holder) {
        requireTransaction();
        jdbc.update("insert into delivery.claim (id, holder) values (?, ?) on conflict do nothing", check.id(), holder);
    }

    @Override
    public void release(ClaimCheck check, String holder) {
        requireTransaction();
        jdbc.update("delete from delivery.claim where holder = ? and id = ?", holder, check.id());
    }

    /** Deletes old files that nobody keeps. */
    void sweep() {
        List<UUID> old = folder.olderThan(clock.instant().minus(orphanAge));
        for (int from = 0; from < old.size(); from += MAX_SWEPT) {
            List<UUID> some = old.subList(from, Math.min(old.size(), from + MAX_SWEPT));
            Set<UUID> kept = kept(some);
            some.stream().filter(id -> !kept.contains(id)).forEach(folder::delete);
        }
    }

    private Set<UUID> kept(List<UUID> ids) {
        return new HashSet<>(jdbc.query(
                connection -> {
                    PreparedStatement query =
                            connection.prepareStatement("select distinct id from delivery.claim where id = any (?)");
                    Array array = connection.createArrayOf("uuid", ids.toArray());
                    query.setArray(1, array);
                    return query;
                },
                (rs, number) -> rs.getObject(1, UUID.class)));
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A body is kept and released in the transaction of its work");
        }
    }
}
