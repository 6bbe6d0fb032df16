package vn.dancu.bus.partner.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.PartnerId;

/** The table of credentials. */
final class JdbcCredentials {

    private static final String COLUMNS = "id, partner, kind, origin, thumbprint, subject, valid_from, valid_until,"
            + " issued_at, issued_by, revoked_at, revoked_reason";

    private final JdbcTemplate jdbc;

    JdbcCredentials(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The stored parts of a credential that the face of the room never returns.
     *
     * @param sealed of a secret
     * @param certificate DER of a certificate
     */
    record Content(byte @Nullable [] sealed, byte @Nullable [] certificate) {}

    /** The stored state of the partner, locked until the transaction ends; empty when there is none. */
    Optional<String> lockedState(PartnerId partner) {
        return jdbc
                .queryForList(
                        "select state from partner.partner where id = ? for update", String.class, partner.value())
                .stream()
                .findFirst();
    }

    int count(PartnerId partner, CredentialKind kind, Instant now) {
        Integer count = jdbc.queryForObject(
                "select count(*) from partner.credential where partner = ? and kind = ? and revoked_at is null"
                        + " and (valid_until is null or valid_until > ?)",
                Integer.class,
                partner.value(),
                kind.name(),
                Timestamp.from(now));
        return count == null ? 0 : count;
    }

    /** False when the partner has this certificate already. */
    boolean insert(Credential credential, Content content) {
        return jdbc.update(
                        "insert into partner.credential (id, partner, kind, origin, sealed, certificate, thumbprint,"
                                + " subject, valid_from, valid_until, issued_at, issued_by)"
                                + " values (?, ?, ?, 'ISSUED', ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (partner, kind, thumbprint) where revoked_at is null do nothing",
                        credential.id(),
                        credential.partner().value(),
                        credential.kind().name(),
                        content.sealed(),
                        content.certificate(),
                        credential.thumbprint(),
                        credential.subject(),
                        Timestamp.from(credential.validFrom()),
                        timestamp(credential.validUntil()),
                        Timestamp.from(credential.issuedAt()),
                        credential.issuedBy())
                == 1;
    }

    boolean revoke(PartnerId partner, UUID credential, String reason, String by, Instant now) {
        return jdbc.update(
                        "update partner.credential set revoked_at = ?, revoked_by = ?, revoked_reason = ?"
                                + " where id = ? and partner = ? and revoked_at is null",
                        Timestamp.from(now),
                        by,
                        reason,
                        credential,
                        partner.value())
                == 1;
    }

    List<Credential> of(PartnerId partner) {
        return jdbc.query(
                "select " + COLUMNS + " from partner.credential where partner = ? order by issued_at desc, id",
                JdbcCredentials::credential,
                partner.value());
    }

    private static Credential credential(ResultSet rs, int number) throws SQLException {
        return new Credential(
                rs.getObject("id", UUID.class),
                new PartnerId(rs.getString("partner")),
                CredentialKind.valueOf(rs.getString("kind")),
                rs.getString("origin").equals("FILE"),
                rs.getString("thumbprint"),
                rs.getString("subject"),
                rs.getTimestamp("valid_from").toInstant(),
                instant(rs, "valid_until"),
                rs.getTimestamp("issued_at").toInstant(),
                rs.getString("issued_by"),
                instant(rs, "revoked_at"),
                rs.getString("revoked_reason"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp value = rs.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
