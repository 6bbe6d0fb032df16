package vn.dancu.bus.partner.conformance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.conformance.result.ConformanceResult;
import vn.dancu.bus.kernel.PartnerId;

/** The table of results. */
final class JdbcConformanceResults {

    private static final int SHOWN = 50;

    private final JdbcTemplate jdbc;

    JdbcConformanceResults(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean hasPartner(PartnerId partner) {
        return !jdbc.queryForList("select 1 from partner.partner where id = ?", Integer.class, partner.value())
                .isEmpty();
    }

    boolean has(PartnerId partner, String sha256) {
        return !jdbc.queryForList(
                        "select 1 from partner.conformance_result where partner = ? and sha256 = ?",
                        Integer.class,
                        partner.value(),
                        sha256)
                .isEmpty();
    }

    /** False where the same document is there, or another one of the same run. */
    boolean insert(PartnerId partner, ReceivedResult received) {
        ConformanceResult result = received.result();
        return jdbc.update(
                        """
                        insert into partner.conformance_result
                            (sha256, partner, run, signer, target, ended_at, document, received_by, received_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """,
                        received.sha256(),
                        partner.value(),
                        result.run(),
                        received.signer(),
                        result.target(),
                        result.ended().atOffset(ZoneOffset.UTC),
                        result.json(),
                        received.receivedBy(),
                        received.receivedAt().atOffset(ZoneOffset.UTC))
                == 1;
    }

    List<ReceivedResult> of(PartnerId partner) {
        return jdbc.query(
                """
                select sha256, signer, document, received_by, received_at from partner.conformance_result
                where partner = ? order by ended_at desc, sha256 limit ?
                """,
                (rs, number) -> row(rs),
                partner.value(),
                SHOWN);
    }

    private static ReceivedResult row(ResultSet rs) throws SQLException {
        return new ReceivedResult(
                rs.getString("sha256"),
                rs.getString("signer"),
                ConformanceResult.read(rs.getString("document")),
                rs.getString("received_by"),
                rs.getObject("received_at", OffsetDateTime.class).toInstant());
    }
}
