package vn.dancu.bus.partner.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.kernel.AgencyCode;

/** The table of the register's versions. */
final class JdbcContacts {

    private static final String COLUMNS =
            "select authority, version, content, changed_at, changed_by from partner.contact_version ";

    private static final String PAGE =
            """
            select distinct on (authority) authority, version, content, changed_at, changed_by
            from partner.contact_version where authority > ? order by authority, version desc limit ?
            """;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;
    private final SheetText text = new SheetText();

    JdbcContacts(JdbcTemplate jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    <T> T inTransaction(Supplier<T> work) {
        T result = transactions.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("The work has no result");
        }
        return result;
    }

    /** Of two versions of one number the second finds the first and is not stored. */
    boolean insert(AgencyCode authority, int version, SheetText.Content content, Instant at, String by) {
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
        return jdbc
                .query(COLUMNS + "where authority = ? order by version desc limit 1", this::row, authority.value())
                .stream()
                .findFirst();
    }

    List<ContactEntry> history(AgencyCode authority) {
        return jdbc.query(COLUMNS + "where authority = ? order by version desc", this::row, authority.value());
    }

    List<ContactEntry> list(@Nullable AgencyCode after, int limit) {
        return jdbc.query(PAGE, this::row, after == null ? "" : after.value(), limit);
    }

    private ContactEntry row(ResultSet rs, int number) throws SQLException {
        SheetText.Content content = text.read(rs.getString("content"));
        return new ContactEntry(
                new AgencyCode(rs.getString("authority")),
                rs.getInt("version"),
                rs.getObject("changed_at", OffsetDateTime.class).toInstant(),
                rs.getString("changed_by"),
                content.officers(),
                content.readiness(),
                content.services());
    }
}
