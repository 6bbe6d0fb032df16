package vn.dancu.bus.document.ledger;

import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.document.AxisDelivery;
import vn.dancu.bus.document.DocumentIntake.ItemState;
import vn.dancu.bus.kernel.ErrorCode;

/** The table of items that could not be fetched. A row stays for some time after its item was taken, and then means nothing. */
final class JdbcUnfetchedItems implements UnfetchedItems {

    private static final String NOTE =
            """
            insert into document.unfetched as known (account, axis_doc_id, attempts, first_at, next_try, cause_code)
            values (?, ?, 1, ?, ?::timestamptz + interval '1 second', ?)
            on conflict (account, axis_doc_id) do update set attempts = known.attempts + 1, cause_code = excluded.cause_code,
                next_try = excluded.next_try
                    + least((excluded.first_at - known.first_at) / 4, interval '5 minutes')
            returning attempts, first_at
            """;

    private final JdbcTemplate jdbc;
    private final Duration keep;
    private final Clock clock;

    /** @param keep how long after its first failure an item is forgotten: longer than any item is tried */
    JdbcUnfetchedItems(JdbcTemplate jdbc, Duration keep, Clock clock) {
        this.jdbc = jdbc;
        this.keep = keep;
        this.clock = clock;
    }

    @Override
    public ItemState state(AxisDelivery delivery) {
        return jdbc
                .queryForList(
                        "select 'TAKEN' from document.delivery where account = ? and axis_doc_id = ? union all"
                                + " select 'WAITING' from document.unfetched"
                                + " where account = ? and axis_doc_id = ? and next_try > ?",
                        String.class,
                        delivery.account(),
                        delivery.docId(),
                        delivery.account(),
                        delivery.docId(),
                        now())
                .stream()
                .map(ItemState::valueOf)
                .max(Comparator.naturalOrder())
                .orElse(ItemState.NEW);
    }

    @Override
    public Failures failed(AxisDelivery delivery, ErrorCode cause) {
        Timestamp now = now();
        return Objects.requireNonNull(jdbc.queryForObject(
                NOTE,
                (rs, number) -> new Failures(
                        rs.getInt("attempts"), rs.getTimestamp("first_at").toInstant()),
                delivery.account(),
                delivery.docId(),
                now,
                now,
                cause.code()));
    }

    @Override
    public Map<String, Long> waiting() {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.query(
                "select account, count(*) as number from document.unfetched u where not exists (select 1"
                        + " from document.delivery d where d.account = u.account and d.axis_doc_id = u.axis_doc_id)"
                        + " group by account",
                (ResultSet rs) -> {
                    counts.put(rs.getString("account"), rs.getLong("number"));
                });
        return counts;
    }

    void sweep() {
        jdbc.update(
                "delete from document.unfetched where first_at < ?",
                Timestamp.from(clock.instant().minus(keep)));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
