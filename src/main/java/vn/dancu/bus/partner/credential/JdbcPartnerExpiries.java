package vn.dancu.bus.partner.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.expiry.ExpiringItem;
import vn.dancu.bus.expiry.ExpiringItem.Kind;
import vn.dancu.bus.expiry.ExpirySource;
import vn.dancu.bus.kernel.PartnerId;

/** What partners have that ends and still counts: credentials that nobody revoked, and agreements; not of those that are gone. */
record JdbcPartnerExpiries(JdbcTemplate jdbc) implements ExpirySource {

    private static final String CREDENTIALS =
            """
            select c.id::text as id, c.partner, c.kind, c.subject, c.certificate, c.valid_from, c.valid_until
            from partner.credential c join partner.partner p on p.id = c.partner
            where c.revoked_at is null and c.valid_until is not null and p.state not in ('REFUSED', 'TERMINATED')
            """;
    private static final String AGREEMENTS =
            """
            select id, agreement_ends from partner.partner
            where agreement_ends is not null and state not in ('REFUSED', 'TERMINATED')
            """;

    @Override
    public List<ExpiringItem> items() {
        return Stream.concat(
                        jdbc.query(CREDENTIALS, JdbcPartnerExpiries::credential).stream(),
                        jdbc.query(AGREEMENTS, JdbcPartnerExpiries::agreement).stream())
                .toList();
    }

    private static ExpiringItem credential(ResultSet rs, int number) throws SQLException {
        boolean certificate = CredentialKind.valueOf(rs.getString("kind")).isCertificate();
        PartnerId partner = new PartnerId(rs.getString("partner"));
        return new ExpiringItem(
                "credential/" + rs.getString("id"),
                certificate ? Kind.PARTNER_CERTIFICATE : Kind.PARTNER_SECRET,
                partner,
                CredentialKind.valueOf(rs.getString("kind")).code(),
                rs.getString("subject"),
                issuer(rs.getBytes("certificate")),
                rs.getTimestamp("valid_from").toInstant(),
                rs.getTimestamp("valid_until").toInstant());
    }

    private static @Nullable String issuer(byte @Nullable [] der) {
        return der == null
                ? null
                : CertificateReader.parse(der).getIssuerX500Principal().getName();
    }

    /** An agreement is good through its last day, by the calendar of Vietnam. */
    private static ExpiringItem agreement(ResultSet rs, int number) throws SQLException {
        LocalDate ends = rs.getObject("agreement_ends", LocalDate.class);
        Instant end = ends.plusDays(1).atStartOfDay().toInstant(ZoneOffset.ofHours(7));
        return new ExpiringItem(
                "agreement/" + rs.getString("id") + "/" + ends,
                Kind.AGREEMENT,
                new PartnerId(rs.getString("id")),
                "",
                null,
                null,
                null,
                end);
    }
}
