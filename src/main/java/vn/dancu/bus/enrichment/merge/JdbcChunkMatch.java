package vn.dancu.bus.enrichment.merge;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds whom each record of a chunk is about and what is to become of it, in a table that lasts as long as the transaction. The numbers of
 * a job are written into the statements, so that PostgreSQL hashes the lists and plans for this table; texts are never. The shapes that
 * lost are in docs/decisions/0030.
 */
final class JdbcChunkMatch {

    /**
     * A chunk is small and the register is not: each record is looked up by index, whatever the planner thinks of a table without
     * statistics. The look-ups are most of the work; while nobody asks, a second process of PostgreSQL does half of them.
     */
    private static final String PLANNING =
            """
            set local work_mem = '64MB'; set local enable_hashjoin = off; set local enable_mergejoin = off;
            set local enable_material = off; set local jit = off; set local min_parallel_table_scan_size = 0;
            set local parallel_setup_cost = 0; set local parallel_tuple_cost = 0;
            set local max_parallel_workers_per_gather = %d
            """;

    /** How the values stand against what is held of the person; the places are those of {@link #MATCH}. */
    private static final String STANDING =
            """
                    when e.citizen_id is null then '{W}'
                    when e.origin_id = %2$d then '{P}'
                    when e.content = i.content and not e.origin_id = any('{%6$s}'::int[]) then '{S}'
                    when e.origin_id = any('{%4$s}'::int[]) then '{O}'
                    when e.origin_id = any('{%5$s}'::int[]) then '{C}'
                    when %7$s then '{O}'
                    else '{C}' end as outcome
            """;

    /**
     * %1$s the table, %2$d the job, %3$s the partition, %4$s origins that go before, %5$s origins that go after, %6$s origins with other
     * elements, %7$s when the record is the older one. The order of the conditions is that of PersonMatcher: who does not know the
     * person learns only that.
     */
    private static final String MATCH = OutcomeLetters.in(
            """
            create temporary table matched_chunk on commit drop as
            select i.line, n.citizen_id, n.state = 'REPLACED' as by_replaced, i.verified_on, i.content, e.ctid as held_at,
                e.origin_id as held_origin, e.verified_on as held_on, e.content as held,
                case when n.number is null then '{U}'
                    when c.name_folded <> i.name then '{N}'
                    when case when i.birth_date is null or c.birth_date is null then i.birth_year <> c.birth_year
                        else i.birth_date <> c.birth_date end then '{B}'
                    when n.state = 'CANCELLED' then '{A}'
                    when c.state = 'DECEASED' then '{D}'
            """
                    + STANDING
                    + """
            from %1$s i
            left join register.citizen_number n on n.number = i.number
            left join register.citizen c on c.citizen_id = n.citizen_id
            left join %3$s e on e.citizen_id = n.citizen_id
            """);

    /** The same of differences that a decision accepts, %1$s: whom they are about is decided. */
    private static final String ACCEPTED = OutcomeLetters.in(
            """
            create temporary table matched_chunk on commit drop as
            select i.line, i.citizen_id, false as by_replaced, i.verified_on, i.content, e.ctid as held_at,
                e.origin_id as held_origin, e.verified_on as held_on, e.content as held, case
            """
                    + STANDING
                    + """
            from enrichment.difference i
            left join %3$s e on e.citizen_id = i.citizen_id
            where i.job = %2$d and i.decision = '%1$s'
            """);

    private static final String LETTERS =
            "select string_agg(case when by_replaced then lower(outcome) else outcome end, '' order by line) from matched_chunk";

    /** How many records are about somebody who has another record here. */
    private static final String REPEATED =
            OutcomeLetters.in("select count(citizen_id) - count(distinct citizen_id) from matched_chunk"
                    + " where outcome in ('{W}', '{C}', '{S}', '{O}', '{P}')");

    /** All but the first record about a person. */
    private static final String ONCE = OutcomeLetters.in(
            """
            update matched_chunk set outcome = '{P}' where line in (
                select line from (
                    select line, row_number() over (partition by citizen_id order by line) as place from matched_chunk
                    where outcome in ('{W}', '{C}', '{S}', '{O}', '{P}')) as lines where place > 1)
            """);

    private static final String PEOPLE =
            "select string_agg(int8send(citizen_id), ''::bytea) from matched_chunk where outcome in (%s)";
    private static final String LEFT = OutcomeLetters.in("'{S}', '{O}'");
    private static final String CHANGED = OutcomeLetters.in("'{C}'");
    private static final String NAMED_BEFORE =
            OutcomeLetters.in("update matched_chunk set outcome = '{P}' where citizen_id = any(?)");

    private static final String UNDEFINED_TABLE = "42P01";

    private final JdbcTemplate jdbc;

    JdbcChunkMatch(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes the table {@code matched_chunk} with line, person, outcome, and what is held, of each record. */
    MergedChunk match(StagedChunk chunk, String partition, MergeTerms terms, JdbcEnrichedGroups.Rivals rivals) {
        jdbc.execute(String.format(Locale.ROOT, PLANNING, chunk.isQuiet() ? 1 : 0));
        make(statement(MATCH, chunk.table().name(), partition, terms, rivals));
        once();
        byte[] left = left(chunk.passed());
        String letters = jdbc.queryForObject(LETTERS, String.class);
        MergedChunk matched = new MergedChunk(letters == null ? "" : letters, left);
        if (matched.letters().length() != chunk.accepted()) {
            throw new StagedRecordsLostException();
        }
        return matched;
    }

    /** The same of the differences of a job that a decision accepts; gives a letter for each. */
    String match(UUID decision, String partition, MergeTerms terms, JdbcEnrichedGroups.Rivals rivals) {
        jdbc.execute(statement(ACCEPTED, decision.toString(), partition, terms, rivals));
        once();
        return Objects.requireNonNullElse(jdbc.queryForObject(LETTERS, String.class), "");
    }

    private static String statement(
            String sql, String records, String partition, MergeTerms terms, JdbcEnrichedGroups.Rivals rivals) {
        return String.format(
                Locale.ROOT,
                sql,
                records,
                terms.job(),
                partition,
                numbers(rivals.higher()),
                numbers(rivals.lower()),
                numbers(rivals.otherwise()),
                JdbcEnrichedGroups.older(terms));
    }

    private void once() {
        Long repeated = jdbc.queryForObject(REPEATED, Long.class);
        if (repeated != null && repeated > 0) {
            jdbc.execute(ONCE);
        }
    }

    private void make(String sql) {
        try {
            jdbc.execute(sql);
        } catch (BadSqlGrammarException e) {
            SQLException cause = e.getSQLException();
            if (UNDEFINED_TABLE.equals(cause.getSQLState())) {
                throw new StagedRecordsLostException(e);
            }
            throw e;
        }
    }

    /** Whom this chunk leaves as they were, packed; whoever was left so by an earlier one is a duplicate here, whatever his values. */
    private byte[] left(PassedPeople passed) {
        long[] left = people(LEFT);
        if (!passed.isEmpty()) {
            long[] again = LongStream.concat(Arrays.stream(left), Arrays.stream(people(CHANGED)))
                    .filter(passed::has)
                    .toArray();
            if (again.length > 0) {
                jdbc.update(connection -> {
                    var update = connection.prepareStatement(NAMED_BEFORE);
                    update.setObject(1, again);
                    return update;
                });
                left = Arrays.stream(left).filter(person -> !passed.has(person)).toArray();
            }
        }
        return PassedPeople.packed(left);
    }

    private long[] people(String outcomes) {
        byte[] ids = jdbc.queryForObject(String.format(PEOPLE, outcomes), byte[].class);
        if (ids == null) {
            return new long[0];
        }
        LongBuffer numbers = ByteBuffer.wrap(ids).asLongBuffer();
        long[] people = new long[numbers.remaining()];
        numbers.get(people);
        return people;
    }

    private static String numbers(List<Integer> origins) {
        return origins.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
