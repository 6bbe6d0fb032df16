package vn.dancu.bus.enrichment.merge;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.enrichment.RecordOutcome;

/**
 * One statement a chunk. Its numbers are written into it, so that PostgreSQL hashes the lists and plans for this table; texts are never.
 * The shapes that lost are in docs/decisions/0030.
 */
final class JdbcChunkMerge implements ChunkMerge, AcceptedMerge {

    /**
     * A chunk is small and the register is not: each record is looked up by index, whatever the planner thinks of a table without
     * statistics. The records of a chunk fit into the memory.
     */
    private static final String PLANNING =
            """
            set local work_mem = '64MB'; set local enable_hashjoin = off; set local enable_mergejoin = off;
            set local enable_material = off; set local enable_seqscan = off; set local jit = off
            """;

    /** The order of the conditions is that of PersonMatcher: who does not know the person learns only that. */
    private static final String STAGED =
            """
            select s.*, n.citizen_id, n.state = 'REPLACED' as by_replaced,
                    case when n.number is null then '{U}'
                        when c.name_folded <> s.name then '{N}'
                        when case when s.birth_date is null or c.birth_date is null then s.birth_year <> c.birth_year
                            else s.birth_date <> c.birth_date end then '{B}'
                        when n.state = 'CANCELLED' then '{A}'
                        when c.state = 'DECEASED' then '{D}' end as objection
                from %1$s s
                left join register.citizen_number n on n.number = s.number
                left join register.citizen c on c.citizen_id = n.citizen_id
            """;

    /** Whom they are about was decided by somebody. */
    private static final String ACCEPTED =
            """
            select d.line, d.number, d.name_folded as name, d.birth_year, d.birth_date, d.verified_on, d.record_id, d.content,
                    d.citizen_id, false as by_replaced, null::text as objection
                from enrichment.difference d where d.job = %2$d and d.decision = '%1$s'
            """;

    /**
     * %1$d the job, %2$s the partition, %3$s origins that go before, %4$s origins that go after, %5$s origins with other elements,
     * %6$s when the record is the older one, %7$d the group, %8$s the records with whom they are about.
     */
    private static final String MERGE =
            """
            with identified as materialized (%8$s),
            repeated as (
                select line from (
                    select line, row_number() over (partition by citizen_id order by line) as place
                    from identified where objection is null) as lines where place > 1),
            matched as materialized (
                select i.*, e.ctid as held_at, e.origin_id as held_origin, e.verified_on as held_on, e.content as held,
                    case when i.objection is not null then i.objection
                        when e.origin_id = %1$d or i.line in (select line from repeated) then '{P}'
                        when e.citizen_id is null then '{W}'
                        when e.content = i.content and not e.origin_id = any('{%5$s}'::int[]) then '{S}'
                        when e.origin_id = any('{%3$s}'::int[]) then '{O}'
                        when e.origin_id = any('{%4$s}'::int[]) then '{C}'
                        when %6$s then '{O}'
                        else '{C}' end as outcome
                from identified i left join %2$s e on e.citizen_id = i.citizen_id),
            made as (
                insert into %2$s (citizen_id, origin_id, verified_on, group_id, content)
                select citizen_id, %1$d, verified_on, %7$d, content from matched where outcome = '{W}' order by citizen_id),
            kept as (
                insert into register.enriched_history
                    (citizen_id, origin_id, verified_on, group_id, replaced_by, replaced_at, content)
                select citizen_id, held_origin, held_on, %7$d, %1$d, now(), held from matched where outcome = '{C}'),
            changed as (
                update %2$s e set origin_id = %1$d, verified_on = m.verified_on, content = m.content
                from matched m where m.outcome = '{C}' and e.ctid = m.held_at),
            announced as (
                insert into register.change (citizen_id, number, kind, fields)
                select m.citizen_id, coalesce(c.so_dinh_danh, c.so_cmnd), 'changed',
                    array[(select g.element from register.enriched_group g where g.id = %7$d)]
                from matched m join register.citizen c on c.citizen_id = m.citizen_id
                where m.outcome in ('{W}', '{C}') and exists (select from feed.follow f where f.citizen_id = m.citizen_id)),
            differing as (
                insert into enrichment.difference (job, line, outcome, citizen_id, number, name_folded, birth_year, birth_date,
                    verified_on, record_id, content)
                select %1$d, line, case outcome {DIFFERING} end, citizen_id, number, name, birth_year, birth_date,
                    verified_on, record_id, content
                from matched where outcome in ({DIFFERING_LETTERS}))
            select string_agg(case when by_replaced then lower(outcome) else outcome end, '' order by line) from matched
            """;

    private static final String STATEMENT = withLetters(MERGE);
    private static final String RECORDS = withLetters(STAGED);
    private static final String UNDEFINED_TABLE = "42P01";

    private final JdbcTemplate jdbc;
    private final JdbcEnrichedGroups groups;

    JdbcChunkMerge(JdbcTemplate jdbc, JdbcEnrichedGroups groups) {
        this.jdbc = jdbc;
        this.groups = groups;
    }

    private static String withLetters(String text) {
        String sql = text;
        StringBuilder differing = new StringBuilder();
        StringBuilder letters = new StringBuilder();
        for (RecordOutcome outcome : RecordOutcome.values()) {
            char letter = OutcomeLetters.of(outcome);
            sql = sql.replace("{" + letter + "}", String.valueOf(letter));
            if (outcome.heading() == RecordOutcome.Heading.DIFFERING) {
                differing.append(String.format(Locale.ROOT, "when '%s' then '%s' ", letter, outcome.code()));
                letters.append(letters.isEmpty() ? "" : ", ").append("'").append(letter).append("'");
            }
        }
        return sql.replace("{DIFFERING}", differing).replace("{DIFFERING_LETTERS}", letters);
    }

    @Override
    public String merge(ChunkTable table, int accepted, MergeTerms terms) {
        String letters = letters(statement(terms, String.format(Locale.ROOT, RECORDS, table.name())));
        if (letters.length() != accepted) {
            throw new StagedRecordsLostException();
        }
        jdbc.execute("drop table " + table.name());
        return letters;
    }

    @Override
    public String merge(UUID decision, MergeTerms terms) {
        return letters(statement(terms, String.format(Locale.ROOT, ACCEPTED, decision, terms.job())));
    }

    /** The statement for these records; no other merges into the group until the transaction ends. */
    private String statement(MergeTerms terms, String records) {
        int group = groups.lock(terms.group());
        JdbcEnrichedGroups.Rivals rivals = groups.origin(group, terms);
        jdbc.execute(PLANNING);
        return String.format(
                Locale.ROOT,
                STATEMENT,
                terms.job(),
                "register.enriched_" + group,
                numbers(rivals.higher()),
                numbers(rivals.lower()),
                numbers(rivals.otherwise()),
                JdbcEnrichedGroups.older(terms),
                group,
                records);
    }

    private String letters(String sql) {
        try {
            String letters = jdbc.queryForObject(sql, String.class);
            return letters == null ? "" : letters;
        } catch (BadSqlGrammarException e) {
            SQLException cause = e.getSQLException();
            if (UNDEFINED_TABLE.equals(cause.getSQLState())) {
                throw new StagedRecordsLostException(e);
            }
            throw e;
        }
    }

    private static String numbers(List<Integer> origins) {
        return origins.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
