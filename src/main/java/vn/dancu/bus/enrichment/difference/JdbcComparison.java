package vn.dancu.bus.enrichment.difference;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.enrichment.provenance.GroupOrigins;
import vn.dancu.bus.enrichment.provenance.HeldGroup;
import vn.dancu.bus.enrichment.provenance.NamedValue;

/** Reads what differences say, and what the register holds of the people whom they name. */
final class JdbcComparison {

    private static final String RECORDS =
            """
            select d.job, d.line, d.number, d.name_folded, d.birth_year, d.birth_date, d.record_id, d.content, o.elements, g.element,
                c.citizen_id, coalesce(c.so_dinh_danh, c.so_cmnd, '') as held_number,
                concat_ws(' ', nullif(c.ho, ''), nullif(c.chu_dem, ''), c.ten) as held_name,
                c.birth_year as held_year, c.birth_date as held_date, c.state as held_state
            from enrichment.difference d
            join register.enriched_origin o on o.id = d.job
            join register.enriched_group g on g.id = o.group_id
            left join register.citizen_number n on n.number = d.number
            left join register.citizen c on c.citizen_id = coalesce(d.citizen_id, n.citizen_id)
            where (d.job, d.line) in (select * from unnest(?, ?))
            """;

    private final JdbcTemplate jdbc;
    private final GroupOrigins groups;

    JdbcComparison(JdbcTemplate jdbc, GroupOrigins groups) {
        this.jdbc = jdbc;
        this.groups = groups;
    }

    /** A record of a source, and whom it names. */
    private record Sides(
            ComparedRecord.Person delivered,
            ComparedRecord.@Nullable Person held,
            @Nullable Long citizen,
            @Nullable String recordId,
            String group,
            List<NamedValue> values) {}

    /** In the order of the differences. */
    List<ComparedRecord> of(List<Difference> differences) {
        Map<DifferenceKey, Sides> sides = new HashMap<>();
        jdbc.query(
                RECORDS,
                rs -> {
                    sides.put(new DifferenceKey(rs.getInt("job"), rs.getLong("line")), sides(rs));
                },
                differences.stream().map(each -> each.key().job()).toArray(Integer[]::new),
                differences.stream().map(each -> each.key().line()).toArray(Long[]::new));
        Map<Long, List<HeldGroup>> held = groups.of(sides.values().stream()
                .map(Sides::citizen)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return differences.stream()
                .filter(each -> sides.containsKey(each.key()))
                .map(each -> compared(each, Objects.requireNonNull(sides.get(each.key())), held))
                .toList();
    }

    private static ComparedRecord compared(Difference difference, Sides sides, Map<Long, List<HeldGroup>> held) {
        List<HeldGroup> known = sides.citizen() == null ? List.of() : held.getOrDefault(sides.citizen(), List.of());
        return new ComparedRecord(
                difference,
                sides.delivered(),
                sides.held(),
                sides.recordId(),
                sides.group(),
                sides.values(),
                known.stream()
                        .sorted(Comparator.comparing(group -> !group.element().equals(sides.group())))
                        .toList());
    }

    private static Sides sides(ResultSet rs) throws SQLException {
        Long citizen = rs.getObject("citizen_id", Long.class);
        return new Sides(
                new ComparedRecord.Person(
                        rs.getString("number"),
                        rs.getString("name_folded"),
                        birth(rs, "birth_date", "birth_year"),
                        null),
                citizen == null
                        ? null
                        : new ComparedRecord.Person(
                                rs.getString("held_number"),
                                rs.getString("held_name"),
                                birth(rs, "held_date", "held_year"),
                                rs.getString("held_state")),
                citizen,
                rs.getString("record_id"),
                rs.getString("element"),
                NamedValue.of(List.of((String[]) rs.getArray("elements").getArray()), rs.getString("content")));
    }

    private static String birth(ResultSet rs, String date, String year) throws SQLException {
        String day = rs.getString(date);
        return day == null ? String.valueOf(rs.getInt(year)) : day;
    }
}
