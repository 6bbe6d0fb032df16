package vn.dancu.bus.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.RelatedPerson;

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
            Map.entry(CitizenFields.SO_DINH_DANH, "c.so_dinh_danh"),
            Map.entry(CitizenFields.SO_CMND, "c.so_cmnd"),
            Map.entry(CitizenFields.HO_VA_TEN, "c.ho, c.chu_dem, c.ten"),
            Map.entry(CitizenFields.GIOI_TINH, "c.gender"),
            Map.entry(CitizenFields.DAN_TOC, "c.ethnicity, c.ethnicity_other"),
            Map.entry(CitizenFields.TON_GIAO, "c.religion"),
            Map.entry(CitizenFields.TINH_TRANG_HON_NHAN, "c.marital_status"),
            Map.entry(CitizenFields.NHOM_MAU, "c.blood_group"),
            Map.entry(CitizenFields.NOI_DANG_KY_KHAI_SINH, REGISTERED.select("c")),
            Map.entry(CitizenFields.QUE_QUAN, HOMETOWN.select("c")),
            Map.entry(CitizenFields.THUONG_TRU, PERMANENT.select("c")),
            Map.entry(CitizenFields.NOI_O_HIEN_TAI, PRESENT.select("c")),
            Map.entry(CitizenFields.QUOC_TICH, "c.nationality"),
            Map.entry(CitizenFields.CHA, FATHER.select("c")),
            Map.entry(CitizenFields.ME, MOTHER.select("c")),
            Map.entry(CitizenFields.VO_CHONG, SPOUSE.select("c")),
            Map.entry(CitizenFields.NGUOI_DAI_DIEN, GUARDIAN.select("c")),
            Map.entry(CitizenFields.CHU_HO, "c.relation_to_head, " + HEAD.selectOwn("head")),
            Map.entry(CitizenFields.SO_SO_HO_KHAU, "h.book_number"));

    private final Set<FieldPath> wanted;
    private final String sql;

    JdbcCitizenQuery(Set<FieldPath> wanted) {
        this.wanted =
                CitizenFields.OF_CITIZEN.stream().filter(wanted::contains).collect(Collectors.toUnmodifiableSet());
        this.sql = build();
    }

    /** Takes the number as its one parameter and gives at most one row. */
    String sql() {
        return sql;
    }

    Citizen read(ResultSet row, PersonMatcher.Recorded recorded) throws SQLException {
        return new Citizen(
                text(row, CitizenFields.SO_DINH_DANH, "so_dinh_danh"),
                text(row, CitizenFields.SO_CMND, "so_cmnd"),
                name(row),
                text(row, CitizenFields.GIOI_TINH, "gender"),
                text(row, CitizenFields.DAN_TOC, "ethnicity"),
                text(row, CitizenFields.DAN_TOC, "ethnicity_other"),
                text(row, CitizenFields.TON_GIAO, "religion"),
                null,
                text(row, CitizenFields.TINH_TRANG_HON_NHAN, "marital_status"),
                text(row, CitizenFields.NHOM_MAU, "blood_group"),
                wants(CitizenFields.NGAY_THANG_NAM_SINH) ? recorded.birthDate() : null,
                place(row, CitizenFields.NOI_DANG_KY_KHAI_SINH, REGISTERED),
                place(row, CitizenFields.QUE_QUAN, HOMETOWN),
                place(row, CitizenFields.THUONG_TRU, PERMANENT),
                place(row, CitizenFields.NOI_O_HIEN_TAI, PRESENT),
                text(row, CitizenFields.QUOC_TICH, "nationality"),
                kin(row, CitizenFields.CHA, FATHER),
                kin(row, CitizenFields.ME, MOTHER),
                kin(row, CitizenFields.VO_CHONG, SPOUSE),
                kin(row, CitizenFields.NGUOI_DAI_DIEN, GUARDIAN),
                wants(CitizenFields.CHU_HO) ? HEAD.read(row, row.getString("relation_to_head")) : null,
                text(row, CitizenFields.SO_SO_HO_KHAU, "book_number"),
                wants(CitizenFields.TRANG_THAI_CONG_DAN) ? recorded.life() : null,
                List.of());
    }

    private boolean wants(FieldPath field) {
        return wanted.contains(field);
    }

    private @Nullable String text(ResultSet row, FieldPath field, String column) throws SQLException {
        return wants(field) ? row.getString(column) : null;
    }

    private @Nullable PersonName name(ResultSet row) throws SQLException {
        return wants(CitizenFields.HO_VA_TEN)
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
        for (FieldPath field : CitizenFields.OF_CITIZEN) {
            if (wants(field) && COLUMNS.containsKey(field)) {
                columns.append(", ").append(COLUMNS.get(field));
            }
        }
        columns.append(JdbcColumns.BY_NUMBER);
        if (wants(CitizenFields.CHU_HO) || wants(CitizenFields.SO_SO_HO_KHAU)) {
            columns.append(" left join register.household h on h.household_id = c.household_id");
        }
        if (wants(CitizenFields.CHU_HO)) {
            columns.append(" left join register.citizen head on head.citizen_id = h.head_id");
        }
        return columns.append(" where n.number = ?").toString();
    }
}
