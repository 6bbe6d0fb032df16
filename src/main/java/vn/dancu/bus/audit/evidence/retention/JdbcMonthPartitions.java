package vn.dancu.bus.audit.evidence.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.event.TrailMonth;
import vn.dancu.bus.audit.event.TrailPosition;

/** The partitions of the trail, one for each kind and month. Every method but the reading ones needs a transaction. */
final class JdbcMonthPartitions {

    /** Partitions are made that long before they are needed, so that appending survives a long failure of this task. */
    private static final int MONTHS_AHEAD = 4;

    /** Appends wait for a lock on the parent table; this bounds how long. */
    static final String LIMIT_LOCK_TIME = "set local lock_timeout = '500ms'";

    private static final String PARTITIONS =
            """
            select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
            join pg_class p on p.oid = i.inhparent join pg_namespace n on n.oid = p.relnamespace
            where n.nspname = 'audit' and p.relname in ('event_answer', 'event_refusal', 'event_act', 'event_seal',
                'event_call')
            order by c.relname
            """;

    private static final Pattern NAME = Pattern.compile("event_(answer|refusal|act|seal|call)_([0-9]{6})");

    private static final String BOUNDS =
            """
            select (array_agg(xid::text order by xid, seq))[1], (array_agg(seq order by xid, seq))[1],
                (array_agg(xid::text order by xid desc, seq desc))[1], (array_agg(seq order by xid desc, seq desc))[1]
            from (
                (select xid, seq from %1$s order by xid, seq limit 1)
                union all (select xid, seq from %1$s order by xid desc, seq desc limit 1)) as ends
            """;

    private final JdbcTemplate jdbc;

    JdbcMonthPartitions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the partitions of this month and the next ones, and moves records of other months to their own partitions. */
    void makeAhead(LocalDate today) {
        jdbc.execute(LIMIT_LOCK_TIME);
        jdbc.queryForList("select audit.make_months(?, ?)", today, MONTHS_AHEAD);
        jdbc.execute("select audit.settle_months()");
    }

    /** All months that have a partition. */
    List<TrailMonth> present() {
        return jdbc.queryForList(PARTITIONS, String.class).stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .map(name -> new TrailMonth(RecordKind.ofWord(name.group(1)), Integer.parseInt(name.group(2))))
                .toList();
    }

    /** The positions of the first and the last record of the month; empty when it has none. */
    Optional<ArchiveWriter.Bounds> bounds(TrailMonth month) {
        return jdbc.query(
                        BOUNDS.formatted(month.table()),
                        (rs, row) -> rs.getString(1) == null
                                ? Optional.<ArchiveWriter.Bounds>empty()
                                : Optional.of(new ArchiveWriter.Bounds(
                                        TrailPosition.of(rs.getString(1), rs.getInt(2)),
                                        TrailPosition.of(rs.getString(3), rs.getInt(4)))))
                .get(0);
    }

    /** Locks the month until the end of the transaction and counts its records. */
    long lock(TrailMonth month) {
        jdbc.execute("lock table " + month.table() + " in access exclusive mode");
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from " + month.table(), Long.class));
    }

    /** Drops the partition. The parent table is locked until the end of the transaction, which must be short. */
    void drop(TrailMonth month) {
        jdbc.execute("alter table audit.event_" + month.kind().word() + " detach partition " + month.table());
        jdbc.execute("drop table " + month.table());
    }
}
