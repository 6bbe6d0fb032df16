package vn.dancu.bus.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.Address;
import vn.dancu.bus.message.Citizen;
import vn.dancu.bus.message.Fields;
import vn.dancu.bus.message.PersonName;
import vn.dancu.bus.message.RelatedPerson;

/**
 * The one statement that reads a citizen with the wanted fields: every field brings its own columns of the citizen's row,
 * those of the household their joins by primary key as well. What is not wanted is not read.
 */
final class JdbcCitizenQuery {

    private static final JdbcColumns.Place REGISTERED = JdbcColumns.Place.of("registered");
    private static final JdbcColumns.Place HOMETOWN = JdbcColumns.Place.of("hometown");
    private static final JdbcColumns.Place PERMANENT = JdbcColumns.Place.of("permanent");
    private static final JdbcColumns.Place PRESENT = JdbcColumns.Place.of("present");

    private static final JdbcColumns.Person FATHER = JdbcColumns.Person.of("father");
    private static final JdbcColumns.Person MOTHER = JdbcColumns.Person.of("mother");
    private static final JdbcColumns.Person SPOUSE = JdbcColumns.Person.of("spouse");
    private static final JdbcColumns.Person GUARDIAN = JdbcColumns.Person.of("guardian");
    private static final JdbcColumns.Person HEAD = JdbcColumns.Person.of("head");

    private static final Map<FieldPath, String> COLUMNS = Map.ofEntries(
            Map.entry(Fields.SO_DINH_DANH, "c.so_dinh_danh"),
            Map.entry(Fields.SO_CMND, "c.so_cmnd"),
            Map.entry(Fields.HO_VA_TEN, "c.ho, c.chu_dem, c.ten"),
            Map.entry(Fields.GIOI_TINH, "c.gender"),
            Map.entry(Fields.DAN_TOC, "c.ethnicity, c.ethnicity_other"),
            Map.entry(Fields.TON_GIAO, "c.religion"),
            Map.entry(Fields.TINH_TRANG_HON_NHAN, "c.marital_status"),
            Map.entry(Fields.NHOM_MAU, "c.blood_group"),
            Map.entry(Fields.NOI_DANG_KY_KHAI_SINH, REGISTERED.select("c")),
            Map.entry(Fields.QUE_QUAN, HOMETOWN.select("c")),
            Map.entry(Fields.THUONG_TRU, PERMANENT.select("c")),
            Map.entry(Fields.NOI_O_HIEN_TAI, PRESENT.select("c")),
            Map.entry(Fields.QUOC_TICH, "c.nationality"),
            Map.entry(Fields.CHA, FATHER.select("c")),
            Map.entry(Fields.ME, MOTHER.select("c")),
            Map.entry(Fields.VO_CHONG, SPOUSE.select("c")),
            Map.entry(Fields.NGUOI_DAI_DIEN, GUARDIAN.select("c")),
            Map.entry(Fields.CHU_HO, "c.relation_to_head, " + HEAD.selectOwn("head")),
            Map.entry(Fields.SO_SO_HO_KHAU, "h.book_number"));

    private final Set<FieldPath> wanted;
    private final String sql;

    JdbcCitizenQuery(Set<FieldPath> wanted) {
        this.wanted = Fields.OF_CITIZEN.stream().filter(wanted::contains).collect(Collectors.toUnmodifiableSet());
        this.sql = build();
    }

    /** Takes the number as its one parameter and gives at most one row. */
    String sql() {
        return sql;
    }

    Citizen read(ResultSet row, PersonMatcher.Recorded recorded) throws SQLException {
        return new Citizen(
                text(row, Fields.SO_DINH_DANH, "so_dinh_danh"),
                text(row, Fields.SO_CMND, "so_cmnd"),
                name(row),
                text(row, Fields.GIOI_TINH, "gender"),
                text(row, Fields.DAN_TOC, "ethnicity"),
                text(row, Fields.DAN_TOC, "ethnicity_other"),
                text(row, Fields.TON_GIAO, "religion"),
                null,
                text(row, Fields.TINH_TRANG_HON_NHAN, "marital_status"),
                text(row, Fields.NHOM_MAU, "blood_group"),
                wants(Fields.NGAY_THANG_NAM_SINH) ? recorded.birthDate() : null,
                place(row, Fields.NOI_DANG_KY_KHAI_SINH, REGISTERED),
                place(row, Fields.QUE_QUAN, HOMETOWN),
                place(row, Fields.THUONG_TRU, PERMANENT),
                place(row, Fields.NOI_O_HIEN_TAI, PRESENT),
                text(row, Fields.QUOC_TICH, "nationality"),
                kin(row, Fields.CHA, FATHER),
                kin(row, Fields.ME, MOTHER),
                kin(row, Fields.VO_CHONG, SPOUSE),
                kin(row, Fields.NGUOI_DAI_DIEN, GUARDIAN),
                wants(Fields.CHU_HO) ? HEAD.read(row, row.getString("relation_to_head")) : null,
                text(row, Fields.SO_SO_HO_KHAU, "book_number"),
                wants(Fields.TRANG_THAI_CONG_DAN) ? recorded.life() : null,
                List.of());
    }

    private boolean wants(FieldPath field) {
        return wanted.contains(field);
    }

    private @Nullable String text(ResultSet row, FieldPath field, String column) throws SQLException {
        return wants(field) ? row.getString(column) : null;
    }

    private @Nullable PersonName name(ResultSet row) throws SQLException {
        return wants(Fields.HO_VA_TEN)
                ? new PersonName(row.getString("ho"), row.getString("chu_dem"), row.getString("ten"))
                : null;
    }

    private @Nullable Address place(ResultSet row, FieldPath field, JdbcColumns.Place columns) throws SQLException {
        return wants(field) ? columns.read(row) : null;
    }

    private @Nullable RelatedPerson kin(ResultSet row, FieldPath field, JdbcColumns.Person columns)
            throws SQLException {
        return wants(field) ? columns.read(row, null) : null;
    }

    private String build() {
        StringBuilder columns = new StringBuilder("select ").append(JdbcColumns.MATCHING);
        for (FieldPath field : Fields.OF_CITIZEN) {
            if (wants(field) && COLUMNS.containsKey(field)) {
                columns.append(", ").append(COLUMNS.get(field));
            }
        }
        columns.append(JdbcColumns.BY_NUMBER);
        if (wants(Fields.CHU_HO) || wants(Fields.SO_SO_HO_KHAU)) {
            columns.append(" left join register.household h on h.household_id = c.household_id");
        }
        if (wants(Fields.CHU_HO)) {
            columns.append(" left join register.citizen head on head.citizen_id = h.head_id");
        }
        return columns.append(" where n.number = ?").toString();
    }
}
