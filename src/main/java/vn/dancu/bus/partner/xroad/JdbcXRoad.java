package vn.dancu.bus.partner.xroad;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.PartnerId;

/** The tables of X-Road clients and security servers. */
final class JdbcXRoad {

    private static final String SERVER_COLUMNS =
            "id, name, thumbprint, subject, valid_from, valid_until, registered_at,"
                    + " registered_by, revoked_at, revoked_reason";

    private final JdbcTemplate jdbc;

    JdbcXRoad(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Rises with every change of the room, by whomever. */
    long revision() {
        Long number = jdbc.queryForObject("select number from partner.revision", Long.class);
        return number == null ? 0 : number;
    }

    boolean hasPartner(PartnerId partner) {
        return !jdbc.queryForList("select 1 from partner.partner where id = ?", Integer.class, partner.value())
                .isEmpty();
    }

    List<XRoadClientEntry> clients() {
        return jdbc.query(
                "select identifier, partner, added_at, added_by from partner.xroad_client order by identifier",
                (rs, number) -> new XRoadClientEntry(
                        XRoadClient.ofLine(rs.getString("identifier")),
                        new PartnerId(rs.getString("partner")),
                        rs.getTimestamp("added_at").toInstant(),
                        rs.getString("added_by")));
    }

    /** False when the client stands for a partner already. */
    boolean insert(XRoadClientEntry entry) {
        return jdbc.update(
                        "insert into partner.xroad_client (identifier, partner, added_at, added_by) values (?, ?, ?, ?)"
                                + " on conflict do nothing",
                        entry.client().line(),
                        entry.partner().value(),
                        Timestamp.from(entry.addedAt()),
                        entry.addedBy())
                == 1;
    }

    /** For whom the client stood; empty when for nobody. */
    List<PartnerId> delete(XRoadClient client) {
        return jdbc
                .queryForList(
                        "delete from partner.xroad_client where identifier = ? returning partner",
                        String.class,
                        client.line())
                .stream()
                .map(PartnerId::new)
                .toList();
    }

    List<SecurityServer> servers() {
        return jdbc.query(
                "select " + SERVER_COLUMNS + " from partner.xroad_server order by registered_at desc, id",
                JdbcXRoad::server);
    }

    /** False when the certificate is registered already. */
    boolean insert(SecurityServer server, byte[] certificate) {
        return jdbc.update(
                        "insert into partner.xroad_server (id, name, certificate, thumbprint, subject, valid_from,"
                                + " valid_until, registered_at, registered_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict (thumbprint) where revoked_at is null do nothing",
                        server.id(),
                        server.name(),
                        certificate,
                        server.thumbprint(),
                        server.subject(),
                        Timestamp.from(server.validFrom()),
                        Timestamp.from(server.validUntil()),
                        Timestamp.from(server.registeredAt()),
                        server.registeredBy())
                == 1;
    }

    boolean revoke(UUID server, String reason, String by, Instant now) {
        return jdbc.update(
                        "update partner.xroad_server set revoked_at = ?, revoked_by = ?, revoked_reason = ?"
                                + " where id = ? and revoked_at is null",
                        Timestamp.from(now),
                        by,
                        reason,
                        server)
                == 1;
    }

    private static SecurityServer server(ResultSet rs, int number) throws SQLException {
        return new SecurityServer(
                rs.getObject("id", UUID.class),
                rs.getString("name"),
                rs.getString("thumbprint"),
                rs.getString("subject"),
                rs.getTimestamp("valid_from").toInstant(),
                rs.getTimestamp("valid_until").toInstant(),
                rs.getTimestamp("registered_at").toInstant(),
                rs.getString("registered_by"),
                instant(rs, "revoked_at"),
                rs.getString("revoked_reason"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp value = rs.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
