package vn.dancu.bus.partner.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.directory.PartnerRecord.Kind;
import vn.dancu.bus.partner.directory.PartnerRecord.Pause;
import vn.dancu.bus.partner.directory.PartnerRecord.Written;

/** The tables of partners, their credentials and suspensions, as the snapshot needs them, and what the policy file says. */
final class JdbcPartners {

    /** A file does not undo what was decided through the administration API: an application or a termination. */
    private static final String UPSERT =
            """
            insert into partner.partner (id, name, agency_code, dialect, state, changed_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (id) do update set name = excluded.name, agency_code = excluded.agency_code,
                dialect = excluded.dialect, changed_at = excluded.changed_at,
                state = case when partner.partner.state in ('CONNECTING', 'REFUSED')
                               or partner.partner.terminated_since is not null
                             then partner.partner.state else excluded.state end
            """;

    /** A revoked secret stays revoked until the file has another one. */
    private static final String UPSERT_SECRET =
            """
            insert into partner.credential
                (id, partner, kind, origin, sealed, fingerprint, valid_from, issued_at, issued_by)
            values (gen_random_uuid(), ?, 'SECRET', 'FILE', ?, ?, timestamptz 'epoch', ?, 'dancu-bus')
            on conflict (partner) where origin = 'FILE' do update set sealed = excluded.sealed,
                issued_at = excluded.issued_at, fingerprint = excluded.fingerprint,
                revoked_at = case when credential.fingerprint = excluded.fingerprint then credential.revoked_at end,
                revoked_by = case when credential.fingerprint = excluded.fingerprint then credential.revoked_by end,
                revoked_reason =
                    case when credential.fingerprint = excluded.fingerprint then credential.revoked_reason end
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    JdbcPartners(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A credential that was not revoked. */
    record CredentialRow(
            UUID id,
            PartnerId partner,
            Kind kind,
            byte @Nullable [] sealed,
            @Nullable String thumbprint,
            Instant validFrom,
            @Nullable Instant validUntil) {}

    /** A partner of the file with its sealed secret and the keyed hash of it. */
    record FileRow(Partner partner, byte[] sealed, byte[] fingerprint) {}

    long revision() {
        Long number = jdbc.queryForObject("select number from partner.revision", Long.class);
        return number == null ? 0 : number;
    }

    List<Written> all() {
        return jdbc.query(
                "select id, name, agency_code, dialect, state, agreement_ends, terminated_ground, terminated_since"
                        + " from partner.partner",
                JdbcPartners::written);
    }

    List<CredentialRow> credentials() {
        return jdbc.query(
                "select id, partner, kind, sealed, thumbprint, valid_from, valid_until from partner.credential"
                        + " where revoked_at is null order by issued_at desc",
                (rs, number) -> new CredentialRow(
                        rs.getObject("id", UUID.class),
                        new PartnerId(rs.getString("partner")),
                        Kind.valueOf(rs.getString("kind")),
                        rs.getBytes("sealed"),
                        rs.getString("thumbprint"),
                        rs.getTimestamp("valid_from").toInstant(),
                        instant(rs, "valid_until")));
    }

    /** A partner's own suspensions come first, so that the partner gets its own ground before that of all partners. */
    List<Pause> pauses() {
        return jdbc.query(
                "select partner, ground, since, until, return_condition from partner.suspension"
                        + " where closed_at is null and (until is null or until > ?)"
                        + " order by partner nulls last, since, id",
                JdbcPartners::pause,
                Timestamp.from(clock.instant().minusSeconds(3600)));
    }

    void upsert(List<FileRow> rows) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(UPSERT, rows, rows.size(), (statement, row) -> {
            Partner partner = row.partner();
            statement.setString(1, partner.id().value());
            statement.setString(2, partner.name());
            statement.setString(3, partner.agencyCode());
            statement.setString(4, partner.dialect());
            statement.setString(5, partner.state().name());
            statement.setTimestamp(6, now);
        });
        jdbc.batchUpdate(UPSERT_SECRET, rows, rows.size(), (statement, row) -> {
            statement.setString(1, row.partner().id().value());
            statement.setBytes(2, row.sealed());
            statement.setBytes(3, row.fingerprint());
            statement.setTimestamp(4, now);
        });
    }

    private static Written written(ResultSet rs, int number) throws SQLException {
        return new Written(
                new PartnerId(rs.getString("id")),
                rs.getString("name"),
                rs.getString("agency_code"),
                rs.getString("dialect"),
                Partner.State.valueOf(rs.getString("state")),
                rs.getObject("agreement_ends", LocalDate.class),
                rs.getString("terminated_ground"),
                instant(rs, "terminated_since"));
    }

    private static Pause pause(ResultSet rs, int number) throws SQLException {
        String partner = rs.getString("partner");
        return new Pause(
                partner == null ? null : new PartnerId(partner),
                rs.getString("ground"),
                rs.getTimestamp("since").toInstant(),
                instant(rs, "until"),
                rs.getString("return_condition"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp value = rs.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
