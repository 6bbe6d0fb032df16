package vn.dancu.bus.ledger.sheet;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.evidence.EvidenceSigner;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.ledger.Balance;
import vn.dancu.bus.ledger.Balances;
import vn.dancu.bus.ledger.DaySheets;

/** Reads the trail beside the counts, and signs the sheet of each day that is over, once, whichever instance comes first. */
final class JdbcDaySheets implements DaySheets {

    private static final int MOST_DAYS_BACK = 31;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JdbcRecordedCounts recorded;
    private final Balances balances;
    private final EvidenceSigner signer;
    private final Acts acts;
    private final Duration settled;
    private final Clock clock;

    /** @param settled how long after its end nothing of a day is in work any more */
    JdbcDaySheets(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            JdbcRecordedCounts recorded,
            Balances balances,
            EvidenceSigner signer,
            Acts acts,
            Duration settled,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.recorded = recorded;
        this.balances = balances;
        this.signer = signer;
        this.acts = acts;
        this.settled = settled;
        this.clock = clock;
    }

    @Override
    public List<SheetSummary> list(int limit) {
        return jdbc.query(
                "select day, signed_at, key, even from ledger.sheet order by day desc limit ?",
                (rs, number) -> new SheetSummary(
                        rs.getObject("day", LocalDate.class),
                        rs.getTimestamp("signed_at").toInstant(),
                        rs.getInt("key"),
                        rs.getBoolean("even")),
                limit);
    }

    @Override
    public Optional<byte[]> find(LocalDate day) {
        return jdbc
                .query("select content from ledger.sheet where day = ?", (rs, number) -> rs.getBytes(1), day)
                .stream()
                .findFirst();
    }

    /** Signs each day that is over and has no sheet yet, beginning with the first one of which anything is known. */
    void sign() {
        recorded.read();
        LocalDate last = clock.instant()
                .minus(settled)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .minusDays(1);
        List<LocalDate> signed = jdbc.queryForList(
                "select day from ledger.sheet where day >= ?", LocalDate.class, last.minusDays(MOST_DAYS_BACK));
        last.minusDays(MOST_DAYS_BACK)
                .datesUntil(last.plusDays(1))
                .filter(day -> !signed.contains(day))
                .forEach(day -> transaction.executeWithoutResult(status -> sign(day)));
    }

    /** A day on which nothing was taken has no sheet. */
    private void sign(LocalDate day) {
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant until = from.plus(Duration.ofDays(1));
        List<Balance> lines = balances.between(from, until, null, null);
        if (lines.isEmpty()) {
            return;
        }
        jdbc.execute("lock table ledger.sheet in exclusive mode");
        if (find(day).isPresent()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        byte[] text = SheetText.text(day, now, signer.key(), lines, balances.killed(from, until));
        EvidenceSigner.Signed signed = signer.sign(text);
        boolean even = lines.stream().allMatch(Balance::isEven);
        jdbc.update(
                "insert into ledger.sheet (day, signed_at, key, even, content) values (?, ?, ?, ?, ?)",
                day,
                Timestamp.from(now),
                signed.key().number(),
                even,
                SheetText.file(text, signed));
        acts.record(new Act(
                Actor.BUS,
                "ledger.day_signed",
                null,
                "ledger/" + day,
                Map.of("even", Boolean.toString(even), "sha256", Sha256.hex(text))));
    }
}
