package vn.dancu.bus.enrichment.provenance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.PersonalId;

final class JdbcGroupOrigins implements GroupOrigins {

    private static final String HELD =
            """
            select e.citizen_id, g.element, e.verified_on, e.content, null::timestamptz as replaced_at, 0 as place,
                o.source, o.authority, o.document, o.job, o.received_at, o.elements
            from register.enriched e join register.enriched_origin o on o.id = e.origin_id
                join register.enriched_group g on g.id = e.group_id
            where e.citizen_id = any(?)
            union all
            select h.citizen_id, g.element, h.verified_on, h.content, h.replaced_at, 1,
                o.source, o.authority, o.document, o.job, o.received_at, o.elements
            from register.enriched_history h join register.enriched_origin o on o.id = h.origin_id
                join register.enriched_group g on g.id = h.group_id
            where h.citizen_id = any(?)
            order by citizen_id, element, place, replaced_at desc
            """;

    private final JdbcTemplate jdbc;

    JdbcGroupOrigins(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Long> person(PersonalId number) {
        return jdbc
                .queryForList(
                        "select citizen_id from register.citizen_number where number = ?", Long.class, number.digits())
                .stream()
                .findFirst();
    }

    @Override
    public Map<Long, List<HeldGroup>> of(List<Long> people) {
        Long[] ids = people.toArray(Long[]::new);
        Map<Long, Map<String, List<HeldGroup.Version>>> found = new LinkedHashMap<>();
        jdbc.query(
                HELD,
                rs -> {
                    found.computeIfAbsent(rs.getLong("citizen_id"), id -> new LinkedHashMap<>())
                            .computeIfAbsent(rs.getString("element"), element -> new ArrayList<>())
                            .add(version(rs));
                },
                ids,
                ids);
        Map<Long, List<HeldGroup>> groups = new LinkedHashMap<>();
        found.forEach((id, versions) -> groups.put(
                id,
                versions.entrySet().stream()
                        .map(group -> new HeldGroup(
                                group.getKey(),
                                group.getValue().get(0),
                                group.getValue().subList(1, group.getValue().size())))
                        .toList()));
        return groups;
    }

    private static HeldGroup.Version version(ResultSet rs) throws SQLException {
        Timestamp replaced = rs.getTimestamp("replaced_at");
        return new HeldGroup.Version(
                NamedValue.of(List.of((String[]) rs.getArray("elements").getArray()), rs.getString("content")),
                rs.getString("source"),
                rs.getString("authority"),
                rs.getString("document"),
                rs.getObject("verified_on", LocalDate.class),
                rs.getObject("job", UUID.class),
                rs.getTimestamp("received_at").toInstant(),
                replaced == null ? null : replaced.toInstant());
    }
}
