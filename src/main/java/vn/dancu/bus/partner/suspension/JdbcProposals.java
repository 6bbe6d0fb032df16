package vn.dancu.bus.partner.suspension;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import vn.dancu.bus.kernel.PartnerId;

/** The table of proposals. */
final class JdbcProposals {

    private static final RowMapper<Proposal> PROPOSAL = (rs, number) -> proposal(rs);
    private static final String ALL = "select * from partner.proposal ";

    private final JdbcTemplate jdbc;

    JdbcProposals(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Proposal proposal) {
        jdbc.update(
                "insert into partner.proposal (id, partner, action, suspension, ground, reason, standing_version,"
                        + " proposed_at, proposed_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                proposal.id(),
                proposal.partner().value(),
                proposal.action().name(),
                proposal.suspension(),
                proposal.ground(),
                proposal.reason(),
                proposal.standingVersion(),
                Timestamp.from(proposal.proposedAt()),
                proposal.proposedBy());
    }

    /** The proposal, locked until the transaction ends. */
    Optional<Proposal> lock(UUID id) {
        return jdbc.query(ALL + "where id = ? for update", PROPOSAL, id).stream()
                .findFirst();
    }

    void decide(UUID id, Proposal.Decision decision) {
        jdbc.update(
                "update partner.proposal set decided_at = ?, decided_by = ?, outcome = ? where id = ?",
                Timestamp.from(decision.at()),
                decision.by(),
                decision.confirmed() ? "CONFIRMED" : "WITHDRAWN",
                id);
    }

    List<Proposal> open() {
        return jdbc.query(ALL + "where decided_at is null order by proposed_at, id limit 500", PROPOSAL);
    }

    private static Proposal proposal(ResultSet rs) throws SQLException {
        Timestamp decided = rs.getTimestamp("decided_at");
        return new Proposal(
                rs.getObject("id", UUID.class),
                new PartnerId(rs.getString("partner")),
                Proposal.Action.valueOf(rs.getString("action")),
                rs.getObject("suspension", UUID.class),
                rs.getString("ground"),
                rs.getString("reason"),
                rs.getLong("standing_version"),
                rs.getTimestamp("proposed_at").toInstant(),
                rs.getString("proposed_by"),
                decided == null
                        ? null
                        : new Proposal.Decision(
                                rs.getString("outcome").equals("CONFIRMED"),
                                decided.toInstant(),
                                rs.getString("decided_by")));
    }
}
