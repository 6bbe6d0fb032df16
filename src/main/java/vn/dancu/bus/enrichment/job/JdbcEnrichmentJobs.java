package vn.dancu.bus.enrichment.job;

import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.enrichment.EnrichmentDelivery;
import vn.dancu.bus.enrichment.EnrichmentJob;
import vn.dancu.bus.enrichment.EnrichmentJobState;
import vn.dancu.bus.enrichment.EnrichmentJobs;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.enrichment.OutcomeCounts;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;

/** The table of jobs, as those see it who deliver and watch. */
final class JdbcEnrichmentJobs implements EnrichmentJobs {

    private static final String OPEN = " and state in ('received', 'checked', 'merged', 'balanced')";
    private static final int DOCUMENT_LENGTH = 200;

    private static final String JOBS =
            """
            select j.*, c.* from enrichment.job j left join lateral (
                select %s from enrichment.chunk where job = j.number and merged_at is not null) c on true
            """
                    .formatted(sums());

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final EnrichmentSources sources;
    private final ClaimChecks claims;
    private final Acts acts;
    private final int chunk;
    private final Clock clock;

    JdbcEnrichmentJobs(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            EnrichmentSources sources,
            ClaimChecks claims,
            Acts acts,
            int chunk,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.sources = sources;
        this.claims = claims;
        this.acts = acts;
        this.chunk = chunk;
        this.clock = clock;
    }

    private static String sums() {
        StringBuilder sums = new StringBuilder("sum(by_replaced) as by_replaced");
        for (RecordOutcome outcome : RecordOutcome.values()) {
            sums.append(", sum(").append(outcome.code()).append(") as ").append(outcome.code());
        }
        return sums.toString();
    }

    @Override
    public Receipt submit(EnrichmentDelivery delivery) {
        EnrichmentSource source = sources.find(delivery.source())
                .orElseThrow(() -> invalid("source", "must be a source that this bus knows"));
        if (source.profile(delivery.profile()).isEmpty()) {
            throw invalid("profile", "must be a form of file of the source");
        }
        if (delivery.document().isBlank()
                || delivery.document().length() > DOCUMENT_LENGTH
                || delivery.document().chars().anyMatch(Character::isISOControl)) {
            throw invalid("document", "must be one line of 1 to " + DOCUMENT_LENGTH + " characters");
        }
        Receipt receipt = transaction.execute(status -> taken(delivery, source));
        if (receipt == null) {
            throw new IllegalStateException("A transaction gives what it made");
        }
        return receipt;
    }

    private static BusException invalid(String field, String rule) {
        return new BusException(Refusal.of(ErrorCode.FIELD_INVALID, field, rule));
    }

    private Receipt taken(EnrichmentDelivery delivery, EnrichmentSource source) {
        UUID id = UUID.randomUUID();
        Timestamp now = Timestamp.from(clock.instant());
        int made = jdbc.update(
                "insert into enrichment.job (id, source, authority, document, profile, encoding, content, content_length,"
                        + " content_sha256, declared, verified_on, delivered_by, received_at, state, changed_at, next_try,"
                        + " chunk_records) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'received', ?, ?, ?)"
                        + " on conflict (source, document, content_sha256) where state not in ('cancelled', 'failed') do nothing",
                id,
                delivery.source().value(),
                source.authority().value(),
                delivery.document(),
                delivery.profile(),
                delivery.encoding() == null ? null : delivery.encoding().code(),
                delivery.content().id(),
                delivery.content().length(),
                delivery.content().sha256(),
                delivery.records(),
                delivery.verifiedOn(),
                delivery.deliveredBy(),
                now,
                now,
                now,
                chunk);
        if (made == 0) {
            return new Receipt(same(delivery), false);
        }
        claims.keep(delivery.content(), WorkedJob.holder(id));
        acts.record(new Act(
                Actor.BUS,
                "enrichment.received",
                source.authority(),
                "enrichment/" + id,
                Map.of(
                        "source", delivery.source().value(),
                        "by", delivery.deliveredBy(),
                        "sha256", delivery.content().sha256())));
        return new Receipt(id, true);
    }

    private UUID same(EnrichmentDelivery delivery) {
        return jdbc.queryForList(
                        "select id from enrichment.job where source = ? and document = ? and content_sha256 = ?"
                                + " and state not in ('cancelled', 'failed')",
                        UUID.class,
                        delivery.source().value(),
                        delivery.document(),
                        delivery.content().sha256())
                .get(0);
    }

    @Override
    public Optional<EnrichmentJob> find(UUID id) {
        return jdbc.query(JOBS + " where j.id = ?", JdbcEnrichmentJobs::job, id).stream()
                .findFirst();
    }

    @Override
    public List<EnrichmentJob> list(@Nullable SourceCode source, @Nullable UUID after, int most) {
        List<Object> values = new ArrayList<>();
        StringBuilder wanted = new StringBuilder(" where j.id in (select id from enrichment.job where true");
        if (source != null) {
            wanted.append(" and source = ?");
            values.add(source.value());
        }
        if (after != null) {
            wanted.append(" and (received_at, id) < (select received_at, id from enrichment.job where id = ?)");
            values.add(after);
        }
        values.add(most);
        String order = " order by received_at desc, id desc limit ?) order by j.received_at desc, j.id desc";
        return jdbc.query(JOBS + wanted + order, JdbcEnrichmentJobs::job, values.toArray());
    }

    @Override
    public boolean pause(UUID id, Actor by) {
        return change(
                id,
                by,
                "enrichment.paused",
                "hold = 'paused'" + changed(),
                OPEN + " and hold is distinct from 'paused'");
    }

    @Override
    public boolean resume(UUID id, Actor by) {
        return change(
                id,
                by,
                "enrichment.resumed",
                // The time for which it was held is no time of work.
                "hold = null, cause_code = null, next_try = received_at,"
                        + " work_since = work_since + (now() - changed_at)" + changed(),
                OPEN + " and hold is not null");
    }

    @Override
    public boolean cancel(UUID id, Actor by) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean isCancelled = change(
                    id,
                    by,
                    "enrichment.cancelled",
                    "state = 'cancelled', hold = null, lease = null, lease_ends = null, next_try = received_at"
                            + changed(),
                    OPEN);
            // Where something was merged the sheet names the file, and lets go of it.
            find(id).filter(job -> isCancelled && job.worked() == 0)
                    .ifPresent(job -> claims.release(job.content(), WorkedJob.holder(id)));
            return isCancelled;
        }));
    }

    @Override
    public boolean throttle(UUID id, @Nullable Integer perSecond, Actor by) {
        if (perSecond != null && perSecond < 1) {
            throw invalid("rateLimit", "must be at least 1");
        }
        return change(
                id,
                by,
                "enrichment.throttled",
                "rate_limit = " + (perSecond == null ? "null" : perSecond) + ", next_try = received_at" + changed(),
                OPEN);
    }

    private String changed() {
        return ", changed_at = ?";
    }

    private boolean change(UUID id, Actor by, String action, String sets, String where) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            List<String> source = jdbc.queryForList(
                    "update enrichment.job set " + sets + " where id = ?" + where + " returning authority",
                    String.class,
                    Timestamp.from(clock.instant()),
                    id);
            source.forEach(authority ->
                    acts.record(new Act(by, action, new PartnerId(authority), "enrichment/" + id, Map.of())));
            return !source.isEmpty();
        }));
    }

    @Override
    public Optional<byte[]> certificate(UUID id) {
        return jdbc
                .query(
                        "select certificate from enrichment.job where id = ? and certificate is not null",
                        (rs, row) -> rs.getBytes(1),
                        id)
                .stream()
                .findFirst();
    }

    @Override
    public Optional<InputStream> result(UUID id) {
        return jdbc
                .query(
                        "select * from enrichment.job where id = ? and result is not null",
                        (rs, row) -> JdbcJobLedger.content(rs, "result"),
                        id)
                .stream()
                .findFirst()
                .map(claims::open);
    }

    private static EnrichmentJob job(ResultSet rs, int row) throws SQLException {
        EnrichmentJobState stage = EnrichmentJobState.of(rs.getString("state"));
        String hold = stage.isEnd() ? null : rs.getString("hold");
        return new EnrichmentJob(
                rs.getObject("id", UUID.class),
                rs.getInt("number"),
                new SourceCode(rs.getString("source")),
                new PartnerId(rs.getString("authority")),
                rs.getString("document"),
                rs.getString("delivered_by"),
                rs.getTimestamp("received_at").toInstant(),
                hold == null ? stage : EnrichmentJobState.of(hold),
                stage,
                rs.getTimestamp("changed_at").toInstant(),
                JdbcJobLedger.content(rs, "content"),
                rs.getObject("declared", Long.class),
                rs.getLong("staged"),
                rs.getLong("worked"),
                counts(rs),
                rs.getObject("rate_limit", Integer.class),
                moment(rs.getTimestamp("work_since")),
                cause(rs),
                rs.getObject("result") == null ? null : JdbcJobLedger.content(rs, "result"));
    }

    private static @Nullable Instant moment(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static EnrichmentJob.@Nullable Cause cause(ResultSet rs) throws SQLException {
        String code = rs.getString("cause_code");
        return code == null
                ? null
                : new EnrichmentJob.Cause(
                        code,
                        rs.getString("cause_field"),
                        rs.getLong("cause_line"),
                        rs.getObject("occurrence", UUID.class));
    }

    private static OutcomeCounts counts(ResultSet rs) throws SQLException {
        Map<RecordOutcome, Long> counts = new EnumMap<>(RecordOutcome.class);
        for (RecordOutcome outcome : RecordOutcome.values()) {
            long count = rs.getLong(outcome.code());
            if (count > 0) {
                counts.put(outcome, count);
            }
        }
        return new OutcomeCounts(counts, rs.getLong("by_replaced"));
    }
}
