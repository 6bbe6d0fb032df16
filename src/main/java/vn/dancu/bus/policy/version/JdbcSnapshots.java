package vn.dancu.bus.policy.version;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.policy.content.PartnerSelfSettings;

/**
 * Reads what a snapshot holds beside the published version: the officers and switched-off procedures of all partners.
 */
final class JdbcSnapshots {

    private final JdbcTemplate jdbc;

    JdbcSnapshots(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Numbers of the newest version and of the newest change by a partner; a snapshot with other numbers is out of
     * date.
     */
    record Marks(long version, long revision) {}

    Marks marks() {
        Marks marks = jdbc.queryForObject(
                "select (select coalesce(max(number), 0) from policy.version) as version, number from policy.revision",
                (rs, row) -> new Marks(rs.getLong("version"), rs.getLong("number")));
        if (marks == null) {
            throw new IllegalStateException("Table policy.revision has no row");
        }
        return marks;
    }

    Map<PartnerId, PartnerSelfSettings> own() {
        Map<PartnerId, Map<String, Instant>> officers = new HashMap<>();
        Map<PartnerId, Set<String>> closed = new HashMap<>();
        jdbc.query("select partner, officer, until from policy.managed_officer", rs -> {
            Instant until = JdbcPolicyRows.instant(rs, "until");
            officers.computeIfAbsent(new PartnerId(rs.getString("partner")), it -> new HashMap<>())
                    .put(rs.getString("officer"), until == null ? Instant.MAX : until);
        });
        jdbc.query("select partner, procedure from policy.closed_procedure", rs -> {
            closed.computeIfAbsent(new PartnerId(rs.getString("partner")), it -> new HashSet<>())
                    .add(rs.getString("procedure"));
        });
        Map<PartnerId, PartnerSelfSettings> own = new HashMap<>();
        officers.forEach((partner, those) ->
                own.put(partner, new PartnerSelfSettings(those, closed.getOrDefault(partner, Set.of()))));
        closed.forEach((partner, those) -> own.putIfAbsent(partner, new PartnerSelfSettings(Map.of(), those)));
        return own;
    }
}
