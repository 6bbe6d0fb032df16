package vn.dancu.bus.document.agency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of agencies, and the one row that says when it was read and which instance reads it. */
final class JdbcAgencies {

    private static final int BATCH = 5_000;
    private static final int FETCH = 5_000;
    private static final int COLUMNS = 8;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;

    JdbcAgencies(JdbcTemplate jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * What is known of the list.
     *
     * @param edition is another after each change
     * @param fullAt when the whole list was read; null where it never was
     * @param changesAt when changes were asked for
     * @param version the axis' number of the last change; null where it gave none
     */
    record State(long edition, @Nullable Instant fullAt, @Nullable Instant changesAt, @Nullable String version) {}

    State state() {
        return jdbc.queryForObject(
                "select edition, full_at, changes_at, version from document.agency_list",
                (row, i) -> new State(row.getLong(1), instant(row, 2), instant(row, 3), row.getString(4)));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    /** Whether this instance reads from the axis now; no other does before that time has passed, or it has finished. */
    boolean claim(Instant now, Duration atMost) {
        return jdbc.update(
                        "update document.agency_list set claimed_until = ? where claimed_until is null or claimed_until < ?",
                        Timestamp.from(now.plus(atMost)),
                        Timestamp.from(now))
                == 1;
    }

    void release() {
        jdbc.update("update document.agency_list set claimed_until = null");
    }

    List<AgencyEntry> all() {
        return transactions.execute(status -> {
            List<AgencyEntry> entries = new ArrayList<>();
            JdbcTemplate streaming = new JdbcTemplate(jdbc.getDataSource());
            streaming.setFetchSize(FETCH);
            streaming.query(
                    "select code, old_code, code102, axis_id, parent_id, name, mail, version from document.agency",
                    row -> {
                        entries.add(entry(row));
                    });
            return entries;
        });
    }

    private static AgencyEntry entry(ResultSet row) throws SQLException {
        return new AgencyEntry(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }

    /** Puts that list in the place of the one that was: rows that stay as they are, are not written. */
    void replace(Collection<AgencyEntry> entries, Instant now) {
        transactions.executeWithoutResult(status -> {
            jdbc.execute("create temporary table agency_code (code text primary key) on commit drop");
            batches(entries, batch -> {
                write(batch);
                jdbc.update("insert into agency_code select unnest(?::text[]) on conflict do nothing", (Object)
                        column(batch, AgencyEntry::code));
            });
            jdbc.update("delete from document.agency a where not exists"
                    + " (select 1 from agency_code c where c.code = a.code)");
            jdbc.update(
                    "update document.agency_list set edition = edition + 1, full_at = ?, changes_at = ?",
                    Timestamp.from(now),
                    Timestamp.from(now));
        });
    }

    /** Applies changes. */
    void apply(Collection<AgencyEntry> changed, Collection<String> deleted, @Nullable String version, Instant now) {
        transactions.executeWithoutResult(status -> {
            batches(changed, this::write);
            jdbc.update("delete from document.agency where code = any (?)", (Object) deleted.toArray(String[]::new));
            boolean any = !changed.isEmpty() || !deleted.isEmpty();
            jdbc.update(
                    "update document.agency_list set edition = edition + ?, changes_at = ?, version = coalesce(?, version)",
                    any ? 1 : 0,
                    Timestamp.from(now),
                    version);
        });
    }

    private interface Batch {
        void take(List<AgencyEntry> batch);
    }

    private static void batches(Collection<AgencyEntry> entries, Batch taker) {
        List<AgencyEntry> all = List.copyOf(entries);
        for (int from = 0; from < all.size(); from += BATCH) {
            taker.take(all.subList(from, Math.min(from + BATCH, all.size())));
        }
    }

    private void write(List<AgencyEntry> batch) {
        Object[] columns = new Object[COLUMNS];
        columns[0] = column(batch, AgencyEntry::code);
        columns[1] = column(batch, AgencyEntry::oldCode);
        columns[2] = column(batch, AgencyEntry::code102);
        columns[3] = column(batch, AgencyEntry::axisId);
        columns[4] = column(batch, AgencyEntry::parentId);
        columns[5] = column(batch, AgencyEntry::name);
        columns[6] = column(batch, AgencyEntry::mail);
        columns[7] = column(batch, AgencyEntry::version);
        jdbc.update(
                """
                insert into document.agency as a
                    (code, old_code, code102, axis_id, parent_id, name, mail, version)
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                on conflict (code) do update set
                    old_code = excluded.old_code, code102 = excluded.code102, axis_id = excluded.axis_id,
                    parent_id = excluded.parent_id, name = excluded.name, mail = excluded.mail,
                    version = coalesce(excluded.version, a.version)
                where (a.old_code, a.code102, a.axis_id, a.parent_id, a.name, a.mail, a.version) is distinct from
                    (excluded.old_code, excluded.code102, excluded.axis_id, excluded.parent_id, excluded.name,
                     excluded.mail, coalesce(excluded.version, a.version))
                """,
                columns);
    }

    private static String[] column(List<AgencyEntry> batch, Function<AgencyEntry, @Nullable String> field) {
        return batch.stream().map(field).toArray(String[]::new);
    }
}
