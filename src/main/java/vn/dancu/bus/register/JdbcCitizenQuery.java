package vn.dancu.bus.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.NamedCode;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.RelatedPerson;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.message.population.field.FieldValues;
import vn.dancu.bus.message.population.field.RecordField;
import vn.dancu.bus.register.enriched.JdbcGroupColumns;

/**
 * The statement that reads citizens with the wanted fields, one or many: every field brings its own columns of the citizen's row,
 * those of the household their joins by primary key as well, a group that another authority brought a look-up by primary key. What is
 * not wanted is not read.
 */
final class JdbcCitizenQuery implements JdbcNumberQuery {

    private static final JdbcColumns.Person HEAD = JdbcColumns.Person.of("head");

    private static final List<Column> COLUMNS = List.of(
            text(CitizenFields.SO_DINH_DANH, "c", "so_dinh_danh"),
            text(CitizenFields.SO_CMND, "c", "so_cmnd"),
            new Column(
                    CitizenFields.HO_VA_TEN,
                    "c.ho, c.chu_dem, c.ten",
                    (row, person) ->
                            new PersonName(row.getString("ho"), row.getString("chu_dem"), row.getString("ten"))),
            text(CitizenFields.GIOI_TINH, "c", "gender"),
            new Column(
                    CitizenFields.DAN_TOC,
                    "c.ethnicity, c.ethnicity_other",
                    (row, person) -> new NamedCode(row.getString("ethnicity"), row.getString("ethnicity_other"))),
            new Column(
                    CitizenFields.TON_GIAO,
                    "c.religion",
                    (row, person) -> new NamedCode(row.getString("religion"), null)),
            text(CitizenFields.TINH_TRANG_HON_NHAN, "c", "marital_status"),
            text(CitizenFields.NHOM_MAU, "c", "blood_group"),
            new Column(CitizenFields.NGAY_THANG_NAM_SINH, "", (row, person) -> person.birthDate()),
            place(CitizenFields.NOI_DANG_KY_KHAI_SINH, "registered"),
            place(CitizenFields.QUE_QUAN, "hometown"),
            place(CitizenFields.THUONG_TRU, "permanent"),
            place(CitizenFields.NOI_O_HIEN_TAI, "present"),
            text(CitizenFields.QUOC_TICH, "c", "nationality"),
            kin(CitizenFields.CHA, "father"),
            kin(CitizenFields.ME, "mother"),
            kin(CitizenFields.VO_CHONG, "spouse"),
            kin(CitizenFields.NGUOI_DAI_DIEN, "guardian"),
            new Column(
                    CitizenFields.CHU_HO,
                    "c.relation_to_head, " + HEAD.selectOwn("head"),
                    (row, person) -> HEAD.read(row, row.getString("relation_to_head"))),
            text(CitizenFields.SO_SO_HO_KHAU, "h", "book_number"),
            new Column(CitizenFields.TRANG_THAI_CONG_DAN, "", (row, person) -> person.life()));

    private final List<Column> wanted;
    private final JdbcGroupColumns groups;
    private final String sql;
    private final String sqlOfMany;

    JdbcCitizenQuery(Set<FieldPath> wanted) {
        this.wanted = COLUMNS.stream()
                .filter(column -> wanted.contains(column.field().path()))
                .toList();
        this.groups = JdbcGroupColumns.of(wanted);
        String columns = columns() + groups.select();
        String tables = tables();
        this.sql = "select " + columns + tables + " where n.number = ?";
        this.sqlOfMany = "select n.number as asked, " + columns + tables + " where n.number = any(?)";
    }

    /**
     * How the register holds one field.
     *
     * @param select its columns; empty where the columns that every look-up reads hold it
     */
    private record Column(RecordField<Citizen, ?> field, String select, ColumnReader reader) {}

    /** Reads a value from the row, or takes it from what the look-up has read already. */
    @FunctionalInterface
    private interface ColumnReader {

        @Nullable
        Object read(ResultSet row, PersonMatcher.Recorded person) throws SQLException;
    }

    private static Column text(RecordField<Citizen, String> field, String table, String column) {
        return new Column(field, table + "." + column, (row, person) -> row.getString(column));
    }

    private static Column place(RecordField<Citizen, Address> field, String word) {
        JdbcColumns.Place columns = JdbcColumns.Place.of(word);
        return new Column(field, columns.select("c"), (row, person) -> columns.read(row));
    }

    private static Column kin(RecordField<Citizen, RelatedPerson> field, String word) {
        JdbcColumns.Person columns = JdbcColumns.Person.of(word);
        return new Column(field, columns.select("c"), (row, person) -> columns.read(row, null));
    }

    @Override
    public String sql() {
        return sql;
    }

    @Override
    public String sqlOfMany() {
        return sqlOfMany;
    }

    /** Whether the person of the row on which the cursor stands is the one wanted, and then the wanted fields. */
    CitizenLookup lookup(ResultSet row, PersonMatcher.Wanted person) throws SQLException {
        PersonMatcher.Recorded recorded = JdbcColumns.recorded(row);
        ResultStatus status = PersonMatcher.match(person, recorded);
        return status.isFound()
                ? new CitizenLookup.Found(status, read(row, recorded))
                : new CitizenLookup.Absent(status);
    }

    private Citizen read(ResultSet row, PersonMatcher.Recorded recorded) throws SQLException {
        FieldValues<Citizen> values = CitizenFields.CITIZEN.values();
        for (Column column : wanted) {
            values.set(column.field(), column.reader().read(row, recorded));
        }
        groups.read(row, values);
        return CitizenFields.CITIZEN.record(values);
    }

    private boolean wants(RecordField<Citizen, ?> field) {
        return wanted.stream().anyMatch(column -> column.field() == field);
    }

    private String columns() {
        StringBuilder columns = new StringBuilder(JdbcColumns.MATCHING);
        for (Column column : wanted) {
            if (!column.select().isEmpty()) {
                columns.append(", ").append(column.select());
            }
        }
        return columns.toString();
    }

    private String tables() {
        StringBuilder tables = new StringBuilder(JdbcColumns.BY_NUMBER);
        if (wants(CitizenFields.CHU_HO) || wants(CitizenFields.SO_SO_HO_KHAU)) {
            tables.append(" left join register.household h on h.household_id = c.household_id");
        }
        if (wants(CitizenFields.CHU_HO)) {
            tables.append(" left join register.citizen head on head.citizen_id = h.head_id");
        }
        return tables.toString();
    }
}
