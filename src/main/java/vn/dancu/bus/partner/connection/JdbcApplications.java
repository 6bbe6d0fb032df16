package vn.dancu.bus.partner.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.PartnerId;

/** The table of applications: how far each is. */
final class JdbcApplications {

    private static final String COLUMNS =
            """
            select partner, authority, name, dialect, via, plan, state, step, round, reason, due_on, applied_by, applied_at
            from partner.application
            """;

    private static final String INSERT =
            """
            insert into partner.application
                (partner, authority, name, dialect, via, plan, state, step, round, reason, due_on, applied_by, applied_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String UPDATE =
            "update partner.application set state = ?, step = ?, round = ?, reason = ?, due_on = ? where partner = ?";

    private static final String PAGE =
            """
            where (?::text is null or state = ?)
              and (?::text is null or (coalesce(due_on, 'infinity'::date), partner)
                   > (select coalesce(last.due_on, 'infinity'::date), last.partner
                      from partner.application last where last.partner = ?))
            order by coalesce(due_on, 'infinity'::date), partner limit ?
            """;

    private final JdbcTemplate jdbc;

    JdbcApplications(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ApplicationProgress progress) {
        Applicant applicant = progress.applicant();
        jdbc.update(
                INSERT,
                applicant.partner().value(),
                applicant.authority().value(),
                applicant.name(),
                applicant.dialect(),
                applicant.via() == null ? null : applicant.via().value(),
                progress.plan(),
                column(progress.state().code()),
                progress.state().step().orElse(null),
                progress.round(),
                progress.state().reasonGiven().orElse(null),
                progress.dueOn(),
                progress.appliedBy(),
                progress.appliedAt().atOffset(ZoneOffset.UTC));
    }

    void update(ApplicationProgress progress) {
        jdbc.update(
                UPDATE,
                column(progress.state().code()),
                progress.state().step().orElse(null),
                progress.round(),
                progress.state().reasonGiven().orElse(null),
                progress.dueOn(),
                progress.applicant().partner().value());
    }

    Optional<ApplicationProgress> find(PartnerId partner) {
        return jdbc.query(COLUMNS + "where partner = ?", JdbcApplications::row, partner.value()).stream()
                .findFirst();
    }

    /** Of two moves at once the second waits here until the first is done. */
    Optional<ApplicationProgress> lock(PartnerId partner) {
        return jdbc.query(COLUMNS + "where partner = ? for update", JdbcApplications::row, partner.value()).stream()
                .findFirst();
    }

    List<ApplicationProgress> list(@Nullable String state, @Nullable PartnerId after, int limit) {
        String in = state == null ? null : column(state);
        String last = after == null ? null : after.value();
        return jdbc.query(COLUMNS + PAGE, JdbcApplications::row, in, in, last, last, limit);
    }

    private static String column(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static ApplicationProgress row(ResultSet rs, int number) throws SQLException {
        String via = rs.getString("via");
        return new ApplicationProgress(
                new Applicant(
                        new PartnerId(rs.getString("partner")),
                        new AgencyCode(rs.getString("authority")),
                        rs.getString("name"),
                        rs.getString("dialect"),
                        via == null ? null : new PartnerId(via)),
                state(rs),
                rs.getString("plan"),
                rs.getInt("round"),
                rs.getObject("due_on", LocalDate.class),
                rs.getString("applied_by"),
                rs.getObject("applied_at", OffsetDateTime.class).toInstant());
    }

    private static ConnectionState state(ResultSet rs) throws SQLException {
        String step = rs.getString("step");
        String reason = rs.getString("reason");
        return switch (rs.getString("state")) {
            case "APPLYING" -> new ConnectionState.Applying(step);
            case "IN_REVIEW" -> new ConnectionState.InReview(step);
            case "SENT_BACK" -> new ConnectionState.SentBack(step, reason);
            case "LIVE" -> new ConnectionState.Live(step);
            case "CHECKED" -> new ConnectionState.Checked();
            case "REFUSED" -> new ConnectionState.Refused(reason);
            default -> throw new IllegalStateException("The table holds an unknown state");
        };
    }
}
