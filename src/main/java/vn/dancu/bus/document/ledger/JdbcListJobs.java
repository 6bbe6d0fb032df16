package vn.dancu.bus.document.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.job.Job;
import vn.dancu.bus.job.JobSource;

/** Documents with a list of people: those that are answered in parts, and how far they are. */
record JdbcListJobs(JdbcTemplate jdbc) implements JobSource {

    /** A document about fewer than 50 people is a question, no work; the index says the same. */
    private static final String LATEST =
            """
            select d.id::text as id, d.account, d.axis_doc_id, d.state, d.received_at, d.changed_at, d.people, d.answered,
                   (select coalesce(sum(c.people), 0) from document.chunk c where c.document = d.id) as in_parts
            from document.document d
            where d.people >= 50 and d.state <> 'withdrawn'
            order by d.received_at desc, d.id desc limit ?
            """;

    @Override
    public List<Job> jobs(int most) {
        return jdbc.query(LATEST, JdbcListJobs::job, most);
    }

    private static Job job(ResultSet rs, int number) throws SQLException {
        Job.State state =
                switch (rs.getString("state")) {
                    case "answered" -> Job.State.DONE;
                    case "refused" -> Job.State.FAILED;
                    case "in_work" -> Job.State.RUNNING;
                    default -> Job.State.WAITING;
                };
        Timestamp changed = rs.getTimestamp("changed_at");
        Instant ended = state.isOpen() ? null : changed.toInstant();
        return new Job(
                Job.Kind.DOCUMENT_LIST,
                rs.getString("id"),
                rs.getString("account") + "/" + rs.getString("axis_doc_id"),
                null,
                rs.getTimestamp("received_at").toInstant(),
                ended,
                state,
                Job.Unit.PEOPLE,
                Math.max(rs.getLong("answered"), rs.getLong("in_parts")),
                rs.getLong("people"),
                null);
    }
}
