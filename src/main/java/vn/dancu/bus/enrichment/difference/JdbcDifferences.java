package vn.dancu.bus.enrichment.difference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.enrichment.RecordOutcome;
import vn.dancu.bus.enrichment.SourceCode;

/** The table of differences, without what they say of anybody. */
final class JdbcDifferences {

    private static final String COLUMNS =
            """
            select d.job as number, d.line, d.outcome, d.verified_on, d.state, coalesce(d.decision, d.question) as decision, d.result,
                d.citizen_id is not null or exists (select from register.citizen_number n where n.number = d.number) as is_known,
                j.id as job, j.source, j.document, j.certificate is not null as is_ended
            """;
    private static final String FROM =
            " from enrichment.difference d join enrichment.job j on j.number = d.job where true";
    private static final String ORDER = " order by d.job, d.line";

    private final JdbcTemplate jdbc;
    private final EnrichmentSources sources;

    JdbcDifferences(JdbcTemplate jdbc, EnrichmentSources sources) {
        this.jdbc = jdbc;
        this.sources = sources;
    }

    /** Conditions with their values. */
    private static final class Where {

        private final StringBuilder sql = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        Where and(String condition, @Nullable Object value) {
            if (value != null) {
                sql.append(" and ").append(condition);
                values.add(value);
            }
            return this;
        }

        static Where of(DifferenceFilter filter) {
            Where where = new Where()
                    .and("j.id = ?", filter.job())
                    .and(
                            "j.source = ?",
                            filter.source() == null ? null : filter.source().value())
                    .and(
                            "d.outcome = ?",
                            filter.outcome() == null ? null : filter.outcome().code())
                    .and(
                            "d.state = ?",
                            filter.state() == null ? null : filter.state().code());
            if (filter.decision() != null) {
                where.and("(d.decision = ?", filter.decision()).sql.append(" or d.question = ?)");
                where.values.add(filter.decision());
            }
            return where;
        }
    }

    List<Difference> list(DifferenceFilter filter, @Nullable DifferenceKey after, int most) {
        Where where = Where.of(filter);
        if (after != null) {
            where.and("(d.job, d.line) > (?, ?)", after.job());
            where.values.add(after.line());
        }
        where.values.add(most);
        return jdbc.query(COLUMNS + FROM + where.sql + ORDER + " limit ?", this::difference, where.values.toArray());
    }

    long open(DifferenceFilter filter) {
        Where where = Where.of(filter);
        Long count = jdbc.queryForObject(
                "select count(*)" + FROM + where.sql + " and d.state in ('open', 'asked')",
                Long.class,
                where.values.toArray());
        return count == null ? 0 : count;
    }

    /** Those of that name, in their order. */
    List<Difference> find(List<DifferenceKey> keys) {
        return named(keys, "");
    }

    /** The same, each held until the transaction of the caller ends. */
    List<Difference> lock(List<DifferenceKey> keys) {
        return named(keys, " for update of d");
    }

    private List<Difference> named(List<DifferenceKey> keys, String lock) {
        Integer[] jobs = keys.stream().map(DifferenceKey::job).toArray(Integer[]::new);
        Long[] lines = keys.stream().map(DifferenceKey::line).toArray(Long[]::new);
        return jdbc.query(
                COLUMNS + FROM + " and (d.job, d.line) in (select * from unnest(?, ?))" + ORDER + lock,
                this::difference,
                jobs,
                lines);
    }

    /** Those that match and may be decided so, each held until the transaction of the caller ends. */
    List<Difference> lock(DifferenceFilter filter, DifferenceDecision decision, int most) {
        Where where = Where.of(filter);
        where.values.add(most);
        String may = decision == DifferenceDecision.ASK ? " and d.state = 'open'" : " and d.state in ('open', 'asked')";
        String known = decision == DifferenceDecision.ACCEPT
                ? " and (d.citizen_id is not null or exists (select from register.citizen_number n where n.number = d.number))"
                : "";
        return jdbc.query(
                COLUMNS + FROM + where.sql + may + known + " and j.certificate is not null" + ORDER
                        + " limit ? for update of d",
                this::difference,
                where.values.toArray());
    }

    /** Puts locked differences under a decision; whom a number leads to is settled by that. */
    void hold(UUID decision, List<Difference> differences, DifferenceState state) {
        Integer[] jobs = differences.stream().map(each -> each.key().job()).toArray(Integer[]::new);
        Long[] lines = differences.stream().map(each -> each.key().line()).toArray(Long[]::new);
        String sets = state == DifferenceState.ASKED
                ? "question = ?"
                : "decision = ?, citizen_id = coalesce(citizen_id, (select n.citizen_id from register.citizen_number n"
                        + " where n.number = d.number))";
        jdbc.update(
                "update enrichment.difference d set state = ?, " + sets
                        + " where (d.job, d.line) in (select * from unnest(?, ?))",
                state.code(),
                decision,
                jobs,
                lines);
    }

    /** Opens what a rejected decision held. */
    void open(UUID decision) {
        jdbc.update(
                "update enrichment.difference set state = case when question is null then 'open' else 'asked' end, decision = null"
                        + " where decision = ?",
                decision);
    }

    /** Ends what a decision held. */
    void end(UUID decision, DifferenceState state) {
        jdbc.update("update enrichment.difference set state = ? where decision = ?", state.code(), decision);
    }

    /** Notes what the merge made of those of a job, in the order of their lines. */
    void results(UUID decision, int job, List<RecordOutcome> outcomes) {
        jdbc.update(
                "update enrichment.difference d set result = r.outcome from (select line, (?::text[])[row_number() over (order by line)]"
                        + " as outcome from enrichment.difference where decision = ? and job = ?) r where d.job = ? and d.line = r.line",
                outcomes.stream().map(RecordOutcome::code).toArray(String[]::new),
                decision,
                job,
                job);
    }

    private Difference difference(ResultSet rs, int row) throws SQLException {
        SourceCode source = new SourceCode(rs.getString("source"));
        RecordOutcome outcome = outcome(rs.getString("outcome")).orElseThrow();
        return new Difference(
                new DifferenceKey(rs.getInt("number"), rs.getLong("line")),
                rs.getObject("job", UUID.class),
                source,
                rs.getString("document"),
                outcome,
                rs.getObject("verified_on", LocalDate.class),
                rs.getBoolean("is_known"),
                rs.getBoolean("is_ended"),
                isMarked(source, outcome),
                DifferenceState.byCode(rs.getString("state")).orElseThrow(),
                rs.getObject("decision", UUID.class),
                outcome(rs.getString("result")).orElse(null));
    }

    /** A source that is there no more marks everything. */
    private boolean isMarked(SourceCode source, RecordOutcome outcome) {
        return sources.find(source)
                .map(EnrichmentSource::standing)
                .map(standing -> standing.fourEyes().contains(outcome))
                .orElse(true);
    }

    static Optional<RecordOutcome> outcome(@Nullable String code) {
        for (RecordOutcome outcome : RecordOutcome.values()) {
            if (outcome.code().equals(code)) {
                return Optional.of(outcome);
            }
        }
        return Optional.empty();
    }
}
