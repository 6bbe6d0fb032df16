package vn.dancu.bus.listing.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.listing.ListForm;
import vn.dancu.bus.listing.ListRequest;
import vn.dancu.bus.listing.ListService;
import vn.dancu.bus.listing.ListState;

/** Rows of requests, as doors and as workers read them. */
final class JdbcListRows {

    static ListRequest request(ResultSet rs, int number) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        ListForm form = ListForm.byCode(rs.getString("form")).orElseThrow();
        ListState state = ListState.of(rs.getString("state"));
        return new ListRequest(
                id,
                new PartnerId(rs.getString("partner")),
                ListService.byElement(rs.getString("service")).orElseThrow(),
                rs.getString("reference"),
                rs.getString("officer"),
                new Purpose(rs.getString("purpose")),
                fields(rs),
                ListCodec.criteria(rs.getString("criteria")),
                form,
                rs.getBoolean("count_only"),
                state,
                rs.getTimestamp("requested_at").toInstant(),
                rs.getTimestamp("changed_at").toInstant(),
                rs.getLong("listed"),
                rs.getObject("counted", Long.class),
                form.isFile() ? 0 : rs.getInt("pieces"),
                List.of((String[]) rs.getArray("warnings").getArray()),
                rs.getString("cause_code"),
                state == ListState.READY ? file(rs, id, form) : null,
                instant(rs, "ends_at"));
    }

    private static ListRequest.@Nullable File file(ResultSet rs, UUID id, ListForm form) throws SQLException {
        ClaimCheck check = check(rs).orElse(null);
        return check == null
                ? null
                : new ListRequest.File(
                        "danh-sach-" + id + "." + form.code() + ".pgp",
                        check.length(),
                        check.sha256(),
                        Objects.requireNonNull(rs.getString("file_key")),
                        rs.getInt("downloads_left"));
    }

    static ListWork work(ResultSet rs, int number) throws SQLException {
        return new ListWork(
                rs.getObject("id", UUID.class),
                new PartnerId(rs.getString("partner")),
                ListService.byElement(rs.getString("service")).orElseThrow(),
                new Purpose(rs.getString("purpose")),
                fields(rs),
                ListCodec.criteria(rs.getString("criteria")),
                ListForm.byCode(rs.getString("form")).orElseThrow(),
                rs.getBoolean("count_only"),
                rs.getTimestamp("requested_at").toInstant(),
                rs.getLong("after_id"),
                rs.getLong("listed"),
                rs.getInt("pieces"),
                rs.getInt("failures"));
    }

    static Optional<ClaimCheck> check(ResultSet rs) throws SQLException {
        UUID id = rs.getObject("file", UUID.class);
        return id == null
                ? Optional.empty()
                : Optional.of(new ClaimCheck(
                        id, rs.getLong("file_length"), Objects.requireNonNull(rs.getString("file_sha256"))));
    }

    private static List<FieldPath> fields(ResultSet rs) throws SQLException {
        return Arrays.stream((String[]) rs.getArray("fields").getArray())
                .map(FieldPath::of)
                .toList();
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    static Timestamp at(Instant moment) {
        return Timestamp.from(moment);
    }

    private JdbcListRows() {}
}
