package vn.dancu.bus.partner.notice;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.PartnerId;

/** Credentials, certificates and agreements of connected partners that end before a moment and have no notice yet. */
final class JdbcExpiries {

    private static final String NOT_NOTIFIED = " and not exists (select 1 from partner.notice n where n.once = ";

    private final JdbcTemplate jdbc;

    JdbcExpiries(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Something that is about to end.
     *
     * @param once names it, for ever
     */
    record Expiry(PartnerId partner, NoticeKind kind, String once, Map<String, String> values) {}

    List<Expiry> credentials(Instant before) {
        return jdbc.query(
                "select c.id::text as id, c.partner, c.kind, c.valid_until from partner.credential c"
                        + " join partner.partner p on p.id = c.partner"
                        + " where c.revoked_at is null and c.valid_until <= ?"
                        + " and p.state not in ('REFUSED', 'TERMINATED')" + NOT_NOTIFIED
                        + "'expiry/credential/' || c.id) order by c.valid_until",
                (rs, number) -> {
                    boolean certificate = rs.getString("kind").endsWith("CERTIFICATE");
                    return new Expiry(
                            new PartnerId(rs.getString("partner")),
                            certificate ? NoticeKind.CERTIFICATE_EXPIRES : NoticeKind.CREDENTIAL_EXPIRES,
                            "expiry/credential/" + rs.getString("id"),
                            Map.of(
                                    "partner", rs.getString("partner"),
                                    "id", rs.getString("id"),
                                    "kind", rs.getString("kind").equals("SECRET") ? "secret" : "client secret",
                                    "until",
                                            rs.getTimestamp("valid_until")
                                                    .toInstant()
                                                    .toString()));
                },
                Timestamp.from(before));
    }

    List<Expiry> agreements(LocalDate until) {
        return jdbc.query(
                "select p.id, p.agreement_ends from partner.partner p where p.agreement_ends <= ?"
                        + " and p.state not in ('REFUSED', 'TERMINATED')" + NOT_NOTIFIED
                        + "'expiry/agreement/' || p.id || '/' || to_char(p.agreement_ends, 'YYYY-MM-DD'))"
                        + " order by p.agreement_ends",
                (rs, number) -> {
                    String partner = rs.getString("id");
                    LocalDate ends = rs.getObject("agreement_ends", LocalDate.class);
                    return new Expiry(
                            new PartnerId(partner),
                            NoticeKind.AGREEMENT_EXPIRES,
                            "expiry/agreement/" + partner + "/" + ends,
                            Map.of("partner", partner, "until", ends.toString()));
                },
                Date.valueOf(until));
    }
}
