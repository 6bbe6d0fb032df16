package vn.dancu.bus.partner.authority;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.PartnerId;

/** The table of authorities. */
final class JdbcAuthorities {

    private static final String COLUMNS = "select code, older_code, kind, name from partner.authority ";

    /** The older code is stored also where it comes by rule: it is found by one look, and is unique over both. */
    private static final String INSERT =
            """
            insert into partner.authority (code, older_code, kind, name, registered_at, registered_by)
            values (?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private final JdbcTemplate jdbc;
    private final TransactionOperations transactions;

    JdbcAuthorities(JdbcTemplate jdbc, TransactionOperations transactions) {
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

    /** False when one of its codes is there already. */
    boolean insert(Authority authority, Instant at, String by) {
        return jdbc.update(
                        INSERT,
                        authority.code().value(),
                        authority.olderCode().orElse(null),
                        authority.kind(),
                        authority.name(),
                        at.atOffset(ZoneOffset.UTC),
                        by)
                == 1;
    }

    /** False when there is none of that code. */
    boolean update(Authority authority) {
        return jdbc.update(
                        "update partner.authority set kind = ?, name = ? where code = ?",
                        authority.kind(),
                        authority.name(),
                        authority.code().value())
                == 1;
    }

    /** By an older code that was registered, else by the code that the text means. */
    Optional<Authority> find(String text, AgencyCode code) {
        return jdbc
                .query(
                        COLUMNS + "where older_code = ? or code = ? order by older_code = ? desc nulls last limit 1",
                        JdbcAuthorities::row,
                        text,
                        code.value(),
                        text)
                .stream()
                .findFirst();
    }

    List<Authority> list(@Nullable String after, int limit) {
        return jdbc.query(
                COLUMNS + "where code > ? order by code limit ?",
                JdbcAuthorities::row,
                after == null ? "" : after,
                limit);
    }

    List<PartnerId> systems(AgencyCode code) {
        return jdbc.query(
                """
                select id from partner.partner where agency_code = ?
                union select partner from partner.application where authority = ? order by 1
                """,
                (rs, number) -> new PartnerId(rs.getString(1)),
                code.value(),
                code.value());
    }

    private static Authority row(ResultSet rs, int number) throws SQLException {
        return new Authority(
                new AgencyCode(rs.getString("code")),
                rs.getString("older_code"),
                rs.getString("kind"),
                rs.getString("name"));
    }
}
