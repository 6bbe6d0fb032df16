package vn.dancu.bus.policy.version;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.policy.PolicyDraft;
import vn.dancu.bus.policy.PolicyVersion;

/** Maps rows of the policy tables to records. */
final class JdbcPolicyRows {

    static PolicyVersion version(ResultSet rs, int row) throws SQLException {
        return new PolicyVersion(
                rs.getLong("number"),
                rs.getString("hash"),
                rs.getString("source"),
                rs.getTimestamp("published_at").toInstant(),
                texts(rs, "authors"),
                rs.getString("published_by"),
                number(rs, "draft"),
                rs.getString("note"));
    }

    static PolicyDraft draft(ResultSet rs, int row) throws SQLException {
        return new PolicyDraft(
                rs.getLong("id"),
                rs.getLong("base"),
                number(rs, "origin"),
                rs.getString("note"),
                texts(rs, "authors"),
                PolicyDraft.State.valueOf(rs.getString("state")),
                rs.getTimestamp("opened_at").toInstant(),
                instant(rs, "closed_at"),
                number(rs, "published_as"),
                texts(rs, "partners"));
    }

    /** Empty for null. */
    static List<String> texts(ResultSet rs, String column) throws SQLException {
        Array array = rs.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp time = rs.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Long number(ResultSet rs, String column) throws SQLException {
        long number = rs.getLong(column);
        return rs.wasNull() ? null : number;
    }

    private JdbcPolicyRows() {}
}
