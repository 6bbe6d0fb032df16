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
 * The one statement that reads a citizen with the wanted fields: every field brings its own columns and, where it lives
 * in another table, its own join by full primary key. What is not wanted is not read.
 */
final class JdbcCitizenQuery {

    private static final Map<FieldPath, String> PLAIN = Map.of(
            Fields.SO_DINH_DANH, "c.so_dinh_danh",
            Fields.SO_CMND, "c.so_cmnd",
            Fields.HO_VA_TEN, "c.ho, c.chu_dem, c.ten",
            Fields.GIOI_TINH, "c.gender",
            Fields.DAN_TOC, "c.ethnicity, c.ethnicity_other",
            Fields.TON_GIAO, "c.religion",
            Fields.TINH_TRANG_HON_NHAN, "c.marital_status",
            Fields.NHOM_MAU, "c.blood_group",
            Fields.QUOC_TICH, "c.nationality");

    private static final Place BIRTH = Place.of(Fields.NOI_DANG_KY_KHAI_SINH, "birth", "BIRTH_REGISTRATION");
    private static final Place HOMETOWN = Place.of(Fields.QUE_QUAN, "hometown", "HOMETOWN");
    private static final Place PERMANENT = Place.of(Fields.THUONG_TRU, "permanent", "PERMANENT");
    private static final Place PRESENT = Place.of(Fields.NOI_O_HIEN_TAI, "present", "CURRENT");

    private static final Kin FATHER = Kin.of(Fields.CHA, "father", "FATHER");
    private static final Kin MOTHER = Kin.of(Fields.ME, "mother", "MOTHER");
    private static final Kin SPOUSE = Kin.of(Fields.VO_CHONG, "spouse", "SPOUSE");
    private static final Kin GUARDIAN = Kin.of(Fields.NGUOI_DAI_DIEN, "guardian", "REPRESENTATIVE");

    private static final JdbcColumns.Person HEAD = JdbcColumns.Person.of("head");

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

    Citizen read(ResultSet row, Matching.Recorded recorded) throws SQLException {
        return new Citizen(
                text(row, Fields.SO_DINH_DANH, "so_dinh_danh"),
                text(row, Fields.SO_CMND, "so_cmnd"),
                name(row),
                text(row, Fields.GIOI_TINH, "gender"),
                text(row, Fields.DAN_TOC, "ethnicity"),
                text(row, Fields.DAN_TOC, "ethnicity_other"),
                text(row, Fields.TON_GIAO, "religion"),
                text(row, Fields.TINH_TRANG_HON_NHAN, "marital_status"),
                text(row, Fields.NHOM_MAU, "blood_group"),
                wants(Fields.NGAY_THANG_NAM_SINH) ? recorded.birthDate() : null,
                place(row, BIRTH),
                place(row, HOMETOWN),
                place(row, PERMANENT),
                place(row, PRESENT),
                text(row, Fields.QUOC_TICH, "nationality"),
                kin(row, FATHER),
                kin(row, MOTHER),
                kin(row, SPOUSE),
                kin(row, GUARDIAN),
                wants(Fields.CHU_HO) ? HEAD.read(row, row.getString("relation_to_head")) : null,
                text(row, Fields.SO_SO_HO_KHAU, "book_number"),
                wants(Fields.TRANG_THAI_CONG_DAN) ? recorded.life() : null);
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

    private @Nullable Address place(ResultSet row, Place place) throws SQLException {
        return wants(place.field()) ? place.columns().read(row) : null;
    }

    private @Nullable RelatedPerson kin(ResultSet row, Kin kin) throws SQLException {
        return wants(kin.field()) ? kin.columns().read(row, null) : null;
    }

    private String build() {
        StringBuilder columns = new StringBuilder("select ").append(JdbcColumns.MATCHING);
        StringBuilder tables = new StringBuilder(JdbcColumns.BY_NUMBER);
        for (FieldPath field : Fields.OF_CITIZEN) {
            if (wants(field) && PLAIN.containsKey(field)) {
                columns.append(", ").append(PLAIN.get(field));
            }
        }
        for (Place place : List.of(BIRTH, HOMETOWN, PERMANENT, PRESENT)) {
            add(place.field(), place.columns().select(), place.join(), columns, tables);
        }
        for (Kin kin : List.of(FATHER, MOTHER, SPOUSE, GUARDIAN)) {
            add(kin.field(), kin.columns().select(), kin.join(), columns, tables);
        }
        addHousehold(columns, tables);
        return columns.append(tables).append(" where n.number = ?").toString();
    }

    private void add(FieldPath field, String select, String join, StringBuilder columns, StringBuilder tables) {
        if (wants(field)) {
            columns.append(", ").append(select);
            tables.append(join);
        }
    }

    private void addHousehold(StringBuilder columns, StringBuilder tables) {
        if (wants(Fields.CHU_HO) || wants(Fields.SO_SO_HO_KHAU)) {
            columns.append(", h.book_number");
            tables.append(" left join register.household h on h.household_id = c.household_id");
        }
        if (wants(Fields.CHU_HO)) {
            columns.append(", c.relation_to_head, ").append(HEAD.select());
            tables.append(" left join register.citizen head on head.citizen_id = h.head_id");
        }
    }

    private record Place(FieldPath field, JdbcColumns.Place columns, String join) {

        static Place of(FieldPath field, String alias, String kind) {
            String join = " left join register.citizen_address %1$s on %1$s.citizen_id = c.citizen_id"
                    + " and %1$s.kind = '%2$s' and %1$s.valid_to = 'infinity'";
            return new Place(field, JdbcColumns.Place.of(alias), join.formatted(alias, kind));
        }
    }

    private record Kin(FieldPath field, JdbcColumns.Person columns, String join) {

        static Kin of(FieldPath field, String alias, String kind) {
            String join = " left join register.relative %1$s on %1$s.citizen_id = c.citizen_id"
                    + " and %1$s.kind = '%2$s' and %1$s.position = 1";
            return new Kin(field, JdbcColumns.Person.of(alias), join.formatted(alias, kind));
        }
    }
}
