package vn.dancu.bus.audit.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.sql.GivenConditions;

/** What PostgreSQL does for each kind of search, in months that hold enough to make it choose. */
class SearchPlanIT {

    private static final DataSource DATABASE = MigratedDatabase.fresh();
    private static final byte[] HASH = HexFormat.of().parseHex("07".repeat(32));

    /** 60,000 answers and 6,000 refusals over three months, of 50 partners, 500 officers and 256 persons. */
    private static final String FILL =
            """
            insert into audit.event (xid, seq, id, kind, occurred_at, partner, service, officer, result, person_hash, event)
            select (n / 500 + 100)::text::xid8, n %% 500, md5(n::text)::uuid, case when n %% 11 = 0 then 'REFUSAL' else 'ANSWER' end,
                   timestamptz '2026-09-01Z' + n * interval '110 seconds', 'p' || n %% 50, 'TraCuuThongTinCongDan',
                   'canbo' || n %% 500, case when n %% 11 = 0 then 'quota_exceeded' else 'found' end,
                   decode(repeat(lpad(to_hex(n %% 256), 2, '0'), 32), 'hex'), repeat('x', 200)
            from generate_series(1, 66000) as n
            """
                    .replace("%%", "%");

    private static final Pattern SEQUENTIAL = Pattern.compile("Seq Scan on (event_\\w+?_[0-9]{6})\\b");

    @BeforeAll
    static void fill() {
        JdbcTemplate jdbc = new JdbcTemplate(DATABASE);
        jdbc.execute("select audit.make_months(date '2026-09-01', 4)");
        jdbc.execute(FILL);
        jdbc.execute("vacuum analyze audit.event");
    }

    static Stream<Named<EventSearch>> searches() {
        Instant day = Instant.parse("2026-10-10T00:00:00Z");
        return Stream.of(
                Named.of("event", search(new UUID(7, 7), null, null, null, null, null, null)),
                Named.of("partner", search(null, "p7", null, null, null, null, null)),
                Named.of("partner, code of a refusal", search(null, "p7", null, null, null, null, "quota_exceeded")),
                Named.of("partner, result of an answer", search(null, "p7", null, null, null, null, "found")),
                Named.of("officer", search(null, null, "canbo7", null, null, null, null)),
                Named.of("partner and officer", search(null, "p7", "canbo7", null, null, null, null)),
                Named.of("person", search(null, null, null, PersonalId.soDinhDanh("999000000001"), null, null, null)),
                Named.of("a day", search(null, null, null, null, day, day.plusSeconds(86_400), null)),
                Named.of(
                        "a day, result",
                        search(null, null, null, null, day, day.plusSeconds(86_400), "quota_exceeded")),
                Named.of("partner, a day", search(null, "p7", null, null, day, day.plusSeconds(86_400), null)));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void readsNoMonthFromItsBeginningToItsEnd(EventSearch search) {
        String plan = plan(search);

        assertThat(SEQUENTIAL.matcher(plan).results().map(found -> found.group(1)))
                .as(plan)
                .filteredOn(SearchPlanIT::isFilled)
                .isEmpty();
    }

    @Test
    void readsOneMonthAloneForADay() {
        Instant day = Instant.parse("2026-10-10T00:00:00Z");

        String plan = plan(search(null, null, null, null, day, day.plusSeconds(86_400), null));

        assertThat(plan)
                .contains("event_answer_202610")
                .doesNotContain("202609")
                .doesNotContain("202611");
    }

    /** Otherwise the test above could be blind. */
    @Test
    void seesAMonthThatIsReadFromItsBeginningToItsEnd() {
        List<String> lines = new JdbcTemplate(DATABASE)
                .queryForList("explain select id from audit.event where service = 'other'", String.class);

        assertThat(SEQUENTIAL.matcher(String.join("\n", lines)).results().map(found -> found.group(1)))
                .contains("event_answer_202610");
    }

    private static String plan(EventSearch search) {
        GivenConditions query = JdbcEventSearch.query(search, search.person() == null ? null : HASH);
        List<String> lines =
                new JdbcTemplate(DATABASE).queryForList("explain " + query.sql(), String.class, query.values());
        return String.join("\n", lines);
    }

    private static boolean isFilled(String partition) {
        return Boolean.TRUE.equals(new JdbcTemplate(DATABASE)
                .queryForObject("select exists (select 1 from audit." + partition + ")", Boolean.class));
    }

    private static EventSearch search(
            @Nullable UUID event,
            @Nullable String partner,
            @Nullable String officer,
            @Nullable PersonalId person,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String result) {
        Set<RecordKind> all = EnumSet.noneOf(RecordKind.class);
        PartnerId asked = partner == null ? null : new PartnerId(partner);
        return new EventSearch(event, asked, officer, person, null, from, until, null, result, all, null, 100);
    }
}
