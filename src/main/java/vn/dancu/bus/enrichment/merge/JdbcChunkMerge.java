package vn.dancu.bus.enrichment.merge;

import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.enrichment.RecordOutcome;

/** Writes what {@link JdbcChunkMatch} found, with one statement for each kind of outcome that a chunk has. */
final class JdbcChunkMerge implements ChunkMerge, AcceptedMerge {

    /** In the statements: %1$s the partition, %2$d the job, %3$d the group, %4$s the table of the staged records. */
    private static final String MADE = OutcomeLetters.in(
            """
            insert into %1$s (citizen_id, origin_id, verified_on, group_id, content)
            select citizen_id, %2$d, verified_on, %3$d, content from matched_chunk where outcome = '{W}' order by citizen_id
            """);

    private static final String KEPT = OutcomeLetters.in(
            """
            insert into register.enriched_history
                (citizen_id, origin_id, verified_on, group_id, replaced_by, replaced_at, content)
            select citizen_id, held_origin, held_on, %3$d, %2$d, now(), held from matched_chunk where outcome = '{C}'
            """);

    /** By the place of the row that was read: nobody else writes to the group meanwhile. */
    private static final String CHANGED = OutcomeLetters.in(
            """
            update %1$s e set origin_id = %2$d, verified_on = m.verified_on, content = m.content
            from matched_chunk m where m.outcome = '{C}' and e.ctid = m.held_at
            """);

    /**
     * Of people whom somebody follows. Whether anybody follows at all is asked once, and with {@code offset 0} it stays a look into the index
     * for each person, never a join that is planned by what the table held at its last analysis.
     */
    private static final String ANNOUNCED = OutcomeLetters.in(
            """
            insert into register.change (citizen_id, number, kind, fields)
            select m.citizen_id,
                (select coalesce(c.so_dinh_danh, c.so_cmnd) from register.citizen c where c.citizen_id = m.citizen_id), 'changed',
                array[(select g.element from register.enriched_group g where g.id = %3$d)]
            from matched_chunk m
            where m.outcome in ('{W}', '{C}') and (select exists (select from feed.follow))
                and exists (select from feed.follow f where f.citizen_id = m.citizen_id offset 0)
            """);

    private static final String DIFFERING = OutcomeLetters.in(
            """
            insert into enrichment.difference (job, line, outcome, citizen_id, number, name_folded, birth_year, birth_date,
                verified_on, record_id, content)
            select %2$d, s.line, case m.outcome {DIFFERING} end, m.citizen_id, s.number, s.name, s.birth_year, s.birth_date,
                s.verified_on, s.record_id, s.content
            from matched_chunk m join %4$s s on s.line = m.line where m.outcome in ({DIFFERING_LETTERS})
            """);

    private final JdbcTemplate jdbc;
    private final JdbcEnrichedGroups groups;
    private final JdbcChunkMatch match;

    JdbcChunkMerge(JdbcTemplate jdbc, JdbcEnrichedGroups groups) {
        this.jdbc = jdbc;
        this.groups = groups;
        this.match = new JdbcChunkMatch(jdbc);
    }

    @Override
    public MergedChunk merge(StagedChunk chunk, MergeTerms terms) {
        int group = groups.lock(terms.group());
        JdbcEnrichedGroups.Rivals rivals = groups.origin(group, terms);
        String partition = "register.enriched_" + group;
        MergedChunk matched = match.match(chunk, partition, terms, rivals);
        Statements statements =
                new Statements(partition, terms.job(), group, chunk.table().name());
        write(matched.letters(), statements);
        if (OutcomeLetters.hasDifferences(matched.letters())) {
            jdbc.execute("set local enable_hashjoin = on");
            statements.run(DIFFERING);
        }
        jdbc.execute("drop table " + chunk.table().name());
        return matched;
    }

    @Override
    public String merge(UUID decision, MergeTerms terms) {
        int group = groups.lock(terms.group());
        JdbcEnrichedGroups.Rivals rivals = groups.origin(group, terms);
        String partition = "register.enriched_" + group;
        String letters = match.match(decision, partition, terms, rivals);
        write(letters, new Statements(partition, terms.job(), group));
        // A decision may be about several jobs, and all of it is one transaction.
        jdbc.execute("drop table matched_chunk");
        return letters;
    }

    private static void write(String letters, Statements statements) {
        int made = OutcomeLetters.count(letters, RecordOutcome.MERGED_NEW);
        int changed = OutcomeLetters.count(letters, RecordOutcome.MERGED_CHANGED);
        statements.run(MADE, made);
        statements.run(KEPT, changed);
        statements.run(CHANGED, changed);
        if (made + changed > 0) {
            statements.run(ANNOUNCED);
        }
    }

    /** The statements of a chunk. */
    private final class Statements {

        private final Object[] values;

        Statements(Object... values) {
            this.values = values;
        }

        int run(String statement) {
            return jdbc.update(String.format(Locale.ROOT, statement, values));
        }

        /** For so many rows, or none. */
        void run(String statement, int rows) {
            if (rows > 0 && run(statement) != rows) {
                throw new IllegalStateException("Somebody else writes to the group that a chunk is merged into");
            }
        }
    }
}
