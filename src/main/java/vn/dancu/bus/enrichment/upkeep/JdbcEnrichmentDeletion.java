package vn.dancu.bus.enrichment.upkeep;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.audit.DataDeletion;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.enrichment.EnrichmentJobSettings;

/** Deletes result files, differences and jobs whose time is over, each kind with its act. */
final class JdbcEnrichmentDeletion {

    private static final String ENDED = "state in ('certified', 'cancelled', 'failed')";

    private final JdbcTemplate jdbc;
    private final ClaimChecks claims;
    private final DataDeletion deletion;
    private final EnrichmentJobSettings.Keep settings;
    private final Clock clock;

    JdbcEnrichmentDeletion(
            JdbcTemplate jdbc,
            ClaimChecks claims,
            DataDeletion deletion,
            EnrichmentJobSettings.Keep settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.deletion = deletion;
        this.settings = settings;
        this.clock = clock;
    }

    void run() {
        Instant now = clock.instant();
        deletion.run("enrichment.results_deleted", now.minus(settings.results()), this::results);
        deletion.run("enrichment.decided_differences_deleted", now.minus(settings.decided()), this::decided);
        deletion.run("enrichment.open_differences_deleted", now.minus(settings.open()), this::open);
        deletion.run("enrichment.jobs_deleted", now.minus(settings.jobs()), this::jobs);
    }

    private record KeptResult(UUID job, ClaimCheck file) {}

    /** Length and hash stay, as the sheet has them. */
    private int results(Instant before) {
        List<KeptResult> kept = jdbc.query(
                "update enrichment.job j set result = null from (select id, result from enrichment.job where " + ENDED
                        + " and certificate is not null and result is not null and changed_at < ? for update) old"
                        + " where j.id = old.id returning j.id, old.result, j.result_length, j.result_sha256",
                (rs, row) -> new KeptResult(
                        rs.getObject("id", UUID.class),
                        new ClaimCheck(
                                rs.getObject("result", UUID.class),
                                rs.getLong("result_length"),
                                rs.getString("result_sha256"))),
                Timestamp.from(before));
        kept.forEach(each -> claims.release(each.file(), "enrichment/" + each.job()));
        return kept.size();
    }

    private int decided(Instant before) {
        return jdbc.update(
                "delete from enrichment.difference d using enrichment.decision b where b.id = d.decision"
                        + " and d.state in ('accepted', 'refused') and b.ended_at < ?",
                Timestamp.from(before));
    }

    private int open(Instant before) {
        return jdbc.update(
                "delete from enrichment.difference d using enrichment.job j where j.number = d.job and d.state in ('open', 'asked')"
                        + " and j.certificate is not null and j.changed_at < ?",
                Timestamp.from(before));
    }

    /** Those whose result and differences went before, with the decisions that nothing names any more. */
    private int jobs(Instant before) {
        Timestamp moment = Timestamp.from(before);
        String old = "from enrichment.job j where " + ENDED + " and j.result is null and j.changed_at < ?"
                + " and not exists (select from enrichment.difference d where d.job = j.number)";
        jdbc.update(
                "delete from enrichment.chunk where not is_staged and job in (select j.number " + old + ")", moment);
        jdbc.update(
                "delete from enrichment.decision b where b.ended_at < ? and not exists (select from enrichment.difference d"
                        + " where d.decision = b.id or d.question = b.id)",
                moment);
        return jdbc.update(
                "delete " + old + " and not exists (select from enrichment.chunk c where c.job = j.number)", moment);
    }
}
