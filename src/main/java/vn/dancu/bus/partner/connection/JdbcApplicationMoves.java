package vn.dancu.bus.partner.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Role;

/** The tables of what happened to applications. */
final class JdbcApplicationMoves {

    private static final String INSERT =
            """
            insert into partner.application_move (partner, number, kind, step, round, at, by_whom, role, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_EVIDENCE =
            """
            insert into partner.application_evidence
                (partner, number, document, reference, issued_on, valid_until, sha256)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private final JdbcTemplate jdbc;

    JdbcApplicationMoves(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param number its place in the history, from 1 */
    void add(PartnerId partner, int number, ApplicationMove move) {
        jdbc.update(
                INSERT,
                partner.value(),
                number,
                move.kind().name(),
                move.step(),
                move.round(),
                move.at().atOffset(ZoneOffset.UTC),
                move.by(),
                move.role() == null ? null : move.role().code(),
                move.reason());
        for (DocumentEvidence one : move.evidence()) {
            jdbc.update(
                    INSERT_EVIDENCE,
                    partner.value(),
                    number,
                    one.document(),
                    one.reference(),
                    one.issuedOn(),
                    one.validUntil(),
                    one.sha256());
        }
    }

    List<ApplicationMove> of(PartnerId partner) {
        Map<Integer, List<DocumentEvidence>> evidence = evidence(partner);
        return jdbc.query(
                """
                select number, kind, step, round, at, by_whom, role, reason
                from partner.application_move where partner = ? order by number
                """,
                (rs, number) -> move(rs, evidence.getOrDefault(rs.getInt("number"), List.of())),
                partner.value());
    }

    private Map<Integer, List<DocumentEvidence>> evidence(PartnerId partner) {
        Map<Integer, List<DocumentEvidence>> evidence = new HashMap<>();
        jdbc.query(
                """
                select number, document, reference, issued_on, valid_until, sha256
                from partner.application_evidence where partner = ? order by number, document
                """,
                rs -> {
                    evidence.computeIfAbsent(rs.getInt("number"), it -> new ArrayList<>())
                            .add(new DocumentEvidence(
                                    rs.getString("document"),
                                    rs.getString("reference"),
                                    rs.getObject("issued_on", LocalDate.class),
                                    rs.getObject("valid_until", LocalDate.class),
                                    rs.getString("sha256")));
                },
                partner.value());
        return evidence;
    }

    private static ApplicationMove move(ResultSet rs, List<DocumentEvidence> evidence) throws SQLException {
        return new ApplicationMove(
                ApplicationMove.Kind.valueOf(rs.getString("kind")),
                rs.getString("step"),
                rs.getInt("round"),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getString("by_whom"),
                role(rs.getString("role")),
                rs.getString("reason"),
                evidence);
    }

    private static @Nullable Role role(@Nullable String code) {
        return code == null ? null : Role.byCode(code).orElse(null);
    }
}
