package vn.dancu.bus.partner.connection;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.PartnerId;

/** Looks whether a partner can prove who it is, in the transaction that rests on it. */
final class JdbcIssued {

    private static final String VALID =
            """
            select exists (select from partner.credential
                           where partner = ? and revoked_at is null and (valid_until is null or valid_until > ?))
            """;

    private final JdbcTemplate jdbc;

    JdbcIssued(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean hasCredential(PartnerId partner, Instant at) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(VALID, Boolean.class, partner.value(), at.atOffset(ZoneOffset.UTC)));
    }
}
