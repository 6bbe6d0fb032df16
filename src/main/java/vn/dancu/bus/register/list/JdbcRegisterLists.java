package vn.dancu.bus.register.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.field.FieldValues;
import vn.dancu.bus.message.population.field.RecordField;
import vn.dancu.bus.message.population.group.GroupValues;
import vn.dancu.bus.register.enriched.JdbcGroupColumns;

/** Reads slices by the primary key, so that a list of any length is one pass over the register and no sort. */
final class JdbcRegisterLists implements RegisterLists {

    private static final String[] PARTS_OF_A_PLACE = {"province", "district", "ward", "detail", "country"};
    private static final Map<FieldPath, List<Column>> COLUMNS = columns();

    private final JdbcTemplate jdbc;

    JdbcRegisterLists(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A column of a list and how the register holds it.
     *
     * @param select null for a value of a group that another authority brought, which is read with its group
     */
    private record Column(FieldPath path, @Nullable String select) {}

    @Override
    public Set<FieldPath> fields() {
        return COLUMNS.keySet();
    }

    @Override
    public List<FieldPath> columns(Set<FieldPath> fields) {
        return of(fields).stream().map(Column::path).toList();
    }

    @Override
    public Slice next(PersonSelection selection, Set<FieldPath> fields, long after, int most) {
        List<String> selects =
                of(fields).stream().map(Column::select).filter(Objects::nonNull).toList();
        JdbcGroupColumns groups = JdbcGroupColumns.of(fields);
        SelectionStatement where = SelectionStatement.of(selection);
        String sql = "select c.citizen_id, c.so_dinh_danh, c.so_cmnd"
                + selects.stream().map(select -> ", " + select).collect(Collectors.joining())
                + groups.select()
                + " from register.citizen c" + where.condition()
                + " and c.citizen_id > ? order by c.citizen_id limit ?";
        long[] last = {after};
        List<Row> rows = jdbc.query(
                sql,
                (rs, number) -> {
                    last[0] = rs.getLong(1);
                    return row(rs, selects.size(), groups, fields);
                },
                where.values(after, most));
        return new Slice(rows, last[0]);
    }

    @Override
    public long count(PersonSelection selection) {
        SelectionStatement where = SelectionStatement.of(selection);
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from register.citizen c" + where.condition(), Long.class, where.values()));
    }

    private static Row row(ResultSet rs, int count, JdbcGroupColumns groups, Set<FieldPath> fields)
            throws SQLException {
        String number = rs.getString(2);
        List<@Nullable String> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(rs.getString(i + 4));
        }
        FieldValues<Citizen> brought = CitizenFields.CITIZEN.values();
        groups.read(rs, brought);
        for (RecordField<Citizen, GroupValues> group : CitizenFields.GROUPS) {
            if (fields.contains(group.path())) {
                GroupValues its = brought.get(group);
                values.addAll(
                        its == null
                                ? Collections.nCopies(group.nested().fields().size(), null)
                                : its.texts());
            }
        }
        return new Row(
                number == null
                        ? PersonalId.soCmnd(Objects.requireNonNull(rs.getString(3)))
                        : PersonalId.soDinhDanh(number),
                values);
    }

    private static List<Column> of(Set<FieldPath> fields) {
        List<Column> columns = new ArrayList<>();
        COLUMNS.forEach((field, its) -> {
            if (fields.contains(field)) {
                columns.addAll(its);
            }
        });
        return columns;
    }

    private static Map<FieldPath, List<Column>> columns() {
        Map<FieldPath, List<Column>> columns = new LinkedHashMap<>();
        plain(columns, CitizenFields.SO_DINH_DANH, "c.so_dinh_danh");
        plain(columns, CitizenFields.SO_CMND, "c.so_cmnd");
        parts(columns, CitizenFields.HO_VA_TEN, "nullif(c.ho, '')", "nullif(c.chu_dem, '')", "c.ten");
        plain(columns, CitizenFields.GIOI_TINH, "c.gender");
        parts(columns, CitizenFields.DAN_TOC, "c.ethnicity", "c.ethnicity_other");
        parts(columns, CitizenFields.TON_GIAO, "c.religion");
        plain(columns, CitizenFields.TINH_TRANG_HON_NHAN, "c.marital_status");
        plain(columns, CitizenFields.NHOM_MAU, "c.blood_group");
        plain(columns, CitizenFields.NGAY_THANG_NAM_SINH, "coalesce(c.birth_date::text, c.birth_year::text)");
        place(columns, CitizenFields.NOI_DANG_KY_KHAI_SINH, "registered");
        place(columns, CitizenFields.QUE_QUAN, "hometown");
        place(columns, CitizenFields.THUONG_TRU, "permanent");
        place(columns, CitizenFields.NOI_O_HIEN_TAI, "present");
        plain(columns, CitizenFields.QUOC_TICH, "c.nationality");
        CitizenFields.GROUPS.forEach(group -> columns.put(
                group.path(),
                group.nested().fields().stream()
                        .map(value -> new Column(FieldPath.of(group.element() + "/" + value.element()), null))
                        .toList()));
        return Collections.unmodifiableMap(columns);
    }

    private static void plain(Map<FieldPath, List<Column>> columns, RecordField<?, ?> field, String select) {
        columns.put(field.path(), List.of(new Column(field.path(), select)));
    }

    private static void place(Map<FieldPath, List<Column>> columns, RecordField<?, ?> field, String word) {
        parts(
                columns,
                field,
                Arrays.stream(PARTS_OF_A_PLACE)
                        .map(part -> "c." + word + "_" + part)
                        .toArray(String[]::new));
    }

    /** The first parts of the field, by the names of its record. */
    private static void parts(Map<FieldPath, List<Column>> columns, RecordField<?, ?> field, String... selects) {
        List<Column> its = new ArrayList<>();
        for (int i = 0; i < selects.length; i++) {
            String part = field.nested().fields().get(i).element();
            its.add(new Column(FieldPath.of(field.element() + "/" + part), selects[i]));
        }
        columns.put(field.path(), List.copyOf(its));
    }
}
