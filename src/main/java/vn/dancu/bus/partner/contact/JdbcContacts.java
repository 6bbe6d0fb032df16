package vn.dancu.bus.partner.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.partner.authority.Authority;

/** The table of the register's versions. */
final class JdbcContacts {

    private static final String COLUMNS =
            """
            select a.code, a.older_code, a.kind, a.name, v.version, v.content, v.changed_at, v.changed_by
            from partner.contact_version v join partner.authority a on a.code = v.authority
            """;

    private static final String IN_FORCE =
            """
            where v.authority > ? and v.version =
                (select max(last.version) from partner.contact_version last where last.authority = v.authority)
            order by v.authority limit ?
            """;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final ContactSheetJson text = new ContactSheetJson();

    JdbcContacts(JdbcTemplate jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    <T> T inTransaction(Supplier<T> work) {
        T result = transactions.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("A transaction returned no result");
        }
        return result;
    }

    /** Of two concurrent versions with the same number only the first is stored. */
    boolean insert(AgencyCode authority, int version, ContactSheetJson.Content content, Instant at, String by) {
        return jdbc.update(
                        """
                        insert into partner.contact_version (authority, version, content, changed_at, changed_by)
                        values (?, ?, ?::jsonb, ?, ?) on conflict do nothing
                        """,
                        authority.value(),
                        version,
                        text.write(content),
                        at.atOffset(ZoneOffset.UTC),
                        by)
                == 1;
    }

    Optional<ContactEntry> find(AgencyCode authority) {
        return history(authority, null, 1).stream().findFirst();
    }

    Optional<ContactEntry> find(AgencyCode authority, int version) {
        return jdbc
                .query(COLUMNS + "where v.authority = ? and v.version = ?", this::row, authority.value(), version)
                .stream()
                .findFirst();
    }

    List<ContactEntry> history(AgencyCode authority, @Nullable Integer before, int limit) {
        return jdbc.query(
                COLUMNS + "where v.authority = ? and v.version < ? order by v.version desc limit ?",
                this::row,
                authority.value(),
                before == null ? Integer.MAX_VALUE : before,
                limit);
    }

    List<ContactEntry> list(@Nullable AgencyCode after, int limit) {
        return jdbc.query(COLUMNS + IN_FORCE, this::row, after == null ? "" : after.value(), limit);
    }

    void markReturned(AgencyCode authority, String email, String status, Instant at) {
        jdbc.update(
                """
                insert into partner.contact_returned (authority, email, status, returned_at) values (?, ?, ?, ?)
                on conflict (authority, email) do update set status = excluded.status, returned_at = excluded.returned_at
                """,
                authority.value(),
                email,
                status,
                at.atOffset(ZoneOffset.UTC));
    }

    Map<String, String> returned(AgencyCode authority) {
        Map<String, String> found = new HashMap<>();
        jdbc.query(
                """
                select r.email, r.status from partner.contact_returned r where r.authority = ? and r.returned_at >
                    (select max(v.changed_at) from partner.contact_version v where v.authority = r.authority)
                """,
                rs -> {
                    found.put(rs.getString("email"), rs.getString("status"));
                },
                authority.value());
        return found;
    }

    private ContactEntry row(ResultSet rs, int number) throws SQLException {
        ContactSheetJson.Content content = text.read(rs.getString("content"));
        return new ContactEntry(
                new Authority(
                        new AgencyCode(rs.getString("code")),
                        rs.getString("older_code"),
                        rs.getString("kind"),
                        rs.getString("name")),
                rs.getInt("version"),
                rs.getObject("changed_at", OffsetDateTime.class).toInstant(),
                rs.getString("changed_by"),
                content.officers(),
                content.readiness(),
                content.services());
    }
}
