package vn.dancu.bus.enrichment.merge;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.enrichment.EnrichmentSource;

/** Groups of the register, their partitions, and where their values come from. */
final class JdbcEnrichedGroups {

    private static final String NEW_GROUP =
            "insert into register.enriched_group (element) values (?) on conflict do nothing returning id";

    /**
     * Half of each page stays free for the next values of its people: a yearly delivery changes all of them, and a row that stays on its page
     * needs no entry in the index. The table gets no larger by that than the first such delivery would make it.
     */
    private static final String PARTITION =
            """
            create table register.enriched_%1$d (like register.enriched, constraint enriched_%1$d_pkey primary key (citizen_id),
                constraint enriched_%1$d_group check (group_id = %1$d)) with (fillfactor = 50);
            alter table register.enriched attach partition register.enriched_%1$d for values in (%1$d)
            """;

    private static final String NEW_ORIGIN =
            """
            insert into register.enriched_origin (id, group_id, job, source, authority, document, precedence, elements, received_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
            """;

    /** Serialises the making of groups; any number that nothing else locks. */
    private static final long GROUPS = 0x64616e6375_0e00L;

    private final JdbcTemplate jdbc;

    JdbcEnrichedGroups(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How origins of the same group stand to one.
     *
     * @param higher those that go before it, and that its values replace never
     * @param lower those whose values it replaces whatever their day
     * @param otherwise those whose elements are others, so that equal texts mean nothing
     */
    record Rivals(List<Integer> higher, List<Integer> lower, List<Integer> otherwise) {}

    /** The group's id, made where it is new. The lock on it keeps others from merging into it until the transaction ends. */
    int lock(String element) {
        List<Integer> known = id(element);
        int id = known.isEmpty() ? make(element) : known.get(0);
        jdbc.query("select pg_advisory_xact_lock(?)", rs -> {}, GROUPS + id);
        return id;
    }

    private List<Integer> id(String element) {
        return jdbc.queryForList("select id from register.enriched_group where element = ?", Integer.class, element);
    }

    private int make(String element) {
        jdbc.query("select pg_advisory_xact_lock(?)", rs -> {}, GROUPS);
        List<Integer> made = jdbc.queryForList(NEW_GROUP, Integer.class, element);
        if (made.isEmpty()) {
            return id(element).get(0);
        }
        // Attached, not made in its place: that would lock out whoever asks for any group, until the chunk is merged.
        jdbc.execute(String.format(PARTITION, made.get(0)));
        return made.get(0);
    }

    /** Notes the origin once, and says how the others of the group stand to it. */
    Rivals origin(int group, MergeTerms terms) {
        jdbc.update(connection -> {
            var insert = connection.prepareStatement(NEW_ORIGIN);
            insert.setInt(1, terms.job());
            insert.setInt(2, group);
            insert.setObject(3, terms.jobId());
            insert.setString(4, terms.source());
            insert.setString(5, terms.authority());
            insert.setString(6, terms.document());
            insert.setInt(7, terms.standing().precedence());
            insert.setArray(8, connection.createArrayOf("text", terms.elements().toArray()));
            insert.setTimestamp(9, Timestamp.from(terms.receivedAt()));
            return insert;
        });
        Rivals rivals = new Rivals(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        jdbc.query(
                "select id, precedence, elements from register.enriched_origin where group_id = ? and id <> ?",
                rs -> {
                    int origin = rs.getInt("id");
                    int precedence = rs.getInt("precedence");
                    if (precedence != terms.standing().precedence()) {
                        (precedence > terms.standing().precedence() ? rivals.higher() : rivals.lower()).add(origin);
                    }
                    if (!List.of((String[]) rs.getArray("elements").getArray()).equals(terms.elements())) {
                        rivals.otherwise().add(origin);
                    }
                },
                group,
                terms.job());
        return rivals;
    }

    /** The condition on a held value under which one of the job is the older one of two of the same precedence. */
    static String older(MergeTerms terms) {
        return terms.standing().freshness() == EnrichmentSource.Freshness.DELIVERED_LAST
                ? "e.origin_id > " + terms.job()
                : "e.verified_on > i.verified_on or (e.verified_on = i.verified_on and e.origin_id > " + terms.job()
                        + ")";
    }
}
