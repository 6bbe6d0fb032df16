package vn.dancu.bus.enrichment.job;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.enrichment.balance.JobSheets;

/** The sheet of a locked job, with its row. */
final class JdbcJobSheet {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    JdbcJobSheet(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A sheet that waits for its signature.
     *
     * @param records that were read
     */
    record DrawnRow(String lines, long records, ClaimCheck result) {

        JobSheets.SheetHead head(WorkedJob job) {
            return new JobSheets.SheetHead(
                    job.id(),
                    job.number(),
                    job.source().value(),
                    job.authority().value(),
                    job.document(),
                    job.receivedAt(),
                    job.isCancelled() ? "cancelled" : "certified",
                    job.content(),
                    records,
                    result);
        }
    }

    void drawn(WorkedJob job, JobSheets.DrawnSheet sheet) {
        jdbc.update(
                "update enrichment.job set sheet = ?, result = ?, result_length = ?, result_sha256 = ?, changed_at = ? where id = ?",
                sheet.lines(),
                sheet.result().id(),
                sheet.result().length(),
                sheet.result().sha256(),
                Timestamp.from(clock.instant()),
                job.id());
    }

    DrawnRow find(WorkedJob job) {
        DrawnRow row = jdbc.queryForObject(
                "select * from enrichment.job where id = ?",
                (rs, number) ->
                        new DrawnRow(rs.getString("sheet"), rs.getLong("staged"), JdbcJobLedger.content(rs, "result")),
                job.id());
        if (row == null) {
            throw new IllegalStateException("A locked job is there");
        }
        return row;
    }

    void certified(WorkedJob job, byte[] certificate) {
        jdbc.update("update enrichment.chunk set passed = null where job = ? and passed is not null", job.number());
        jdbc.update(
                "update enrichment.job set certificate = ?, changed_at = ? where id = ?",
                certificate,
                Timestamp.from(clock.instant()),
                job.id());
    }
}
