package vn.dancu.bench.register;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.field.RecordField;
import vn.dancu.bus.message.population.group.GroupValues;
import vn.dancu.bus.register.PersonKey;

/** A register of synthetic people, numbered from 1, four to a household, each with what most people have recorded. */
public final class JdbcPeople {

    /** They take longer to check than the rows to make; a look-up never meets them. */
    private static final String WITHOUT_CHECKS =
            """
            do $$ declare each record; begin
                for each in select conrelid::regclass as relation, conname from pg_constraint
                        where connamespace = 'register'::regnamespace and contype in ('c', 'f') loop
                    execute format('alter table %s drop constraint %I', each.relation, each.conname);
                end loop;
            end $$""";

    private static final int CHUNK = 200_000;
    private static final int WRITERS = 2;

    private static final String CITIZENS =
            """
            insert into register.household (household_id, book_number, head_id, home_province, home_ward, home_detail)
            select n, lpad(n::text, 9, '0'), 4 * n, '01', '00004', 'So ' || n from generate_series(%1$d / 4, %2$d / 4) as n
            on conflict do nothing;
            insert into register.citizen (citizen_id, so_dinh_danh, ten, name_folded, birth_year, birth_date, gender, ethnicity,
                religion, marital_status, blood_group, nationality, household_id, relation_to_head, registered_province,
                registered_ward, registered_country, hometown_province, hometown_ward, hometown_country,
                permanent_province, permanent_ward, permanent_detail, permanent_country, present_province, present_ward,
                present_detail, present_country, father_so_dinh_danh, father_nationality, father_ten, mother_so_dinh_danh,
                mother_nationality, mother_ten)
            select n, '999' || lpad(n::text, 9, '0'), 'MAU VAN ' || translate(n::text, '0123456789', 'ABCDEFGHIJ'),
                   'MAUVAN' || translate(n::text, '0123456789', 'ABCDEFGHIJ'), 1950 + n %% 60,
                   make_date(1950 + n %% 60, 1 + n %% 12, 1 + n %% 28), 1 + n %% 2, '01', '00', '2', '04', 'VN', n / 4,
                   'CH0' || 1 + n %% 4, '01', '00004', 'VN', '40', '16681', 'VN', '01', '00004', 'So ' || n || ' pho Thu', 'VN',
                   '01', '00004', 'So ' || n || ' pho Thu', 'VN', '999' || lpad((n / 2)::text, 9, '0'), 'VN',
                   'MAU VAN ' || n / 2, '999' || lpad((n / 3)::text, 9, '0'), 'VN', 'MAU THI ' || n / 3
            from generate_series(%1$d, %2$d) as n;
            """;

    private static final String NUMBERS =
            """
            insert into register.citizen_number (number, citizen_id, kind, state, valid_from)
            select '999' || lpad(n::text, 9, '0'), n, 'SO_DINH_DANH', 'CURRENT', date '2020-01-01'
            from generate_series(%1$d, %2$d) as n;
            """;

    /** %1$d group and origin, %2$s element, %3$s names of values, %4$d how many. */
    private static final String GROUP =
            """
            insert into register.enriched_group (id, element) overriding system value values (%1$d, '%2$s') on conflict do nothing;
            create table if not exists register.enriched_%1$d partition of register.enriched
                (constraint enriched_%1$d_pkey primary key (citizen_id)) for values in (%1$d);
            insert into register.enriched_origin values (%1$d, %1$d, gen_random_uuid(), 'nguon', 'co-quan', 'tep', 500, '{%3$s}', now())
                on conflict do nothing;
            insert into register.enriched (citizen_id, origin_id, verified_on, group_id, content)
                select citizen_id, %1$d, date '2026-10-05', %1$d, repeat('Gia tri mau' || chr(31), %4$d - 1) || 'Gia tri mau'
                from register.citizen on conflict do nothing""";

    private final String jdbcUrl;
    private int people;

    public JdbcPeople(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
        run(WITHOUT_CHECKS);
    }

    /** The key of one of them. */
    public static PersonKey key(int number) {
        int year = 1950 + number % 60;
        return new PersonKey(
                PersonalId.soDinhDanh(String.format(Locale.ROOT, "999%09d", number)),
                "MAU VAN " + letters(number),
                BirthDate.of(java.time.LocalDate.of(year, 1 + number % 12, 1 + number % 28)));
    }

    /** The number in letters: no name has a digit. */
    public static String letters(int number) {
        char[] letters = Integer.toString(number).toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] += 'A' - '0';
        }
        return new String(letters);
    }

    /** Adds people until there are so many. */
    public void growTo(int wanted) {
        List<String> work = new ArrayList<>();
        for (int from = people + 1; from <= wanted; from += CHUNK) {
            int to = Math.min(wanted, from + CHUNK - 1);
            work.add(String.format(Locale.ROOT, CITIZENS, from, to));
            work.add(String.format(Locale.ROOT, NUMBERS, from, to));
        }
        runAll(work);
        runAll(List.of(
                "vacuum (analyze) register.citizen",
                "vacuum (analyze) register.citizen_number",
                "vacuum (analyze) register.household"));
        run("checkpoint");
        people = wanted;
    }

    /** Gives each of the people so many groups of other authorities. */
    public void bring(int groups) {
        List<RecordField<Citizen, GroupValues>> brought = CitizenFields.GROUPS.subList(0, groups);
        for (int i = 0; i < groups; i++) {
            List<String> names = brought.get(i).nested().fields().stream().map(RecordField::element).toList();
            run(String.format(
                    Locale.ROOT,
                    GROUP,
                    i + 1,
                    brought.get(i).element(),
                    String.join(",", names.subList(0, names.size() - 2)),
                    names.size() - 2));
            run("vacuum (analyze) register.enriched_" + (i + 1));
        }
    }

    private void runAll(List<String> work) {
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            for (Future<?> each :
                    work.stream().map(sql -> writers.submit(() -> run(sql))).toList()) {
                each.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("The register cannot be filled", e);
        } finally {
            writers.shutdown();
        }
    }

    /** Tables with their indexes. */
    public String size() {
        String sql = "select pg_size_pretty(sum(pg_total_relation_size(oid))) from pg_class"
                + " where relkind = 'r' and relnamespace = 'register'::regnamespace";
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The register cannot be measured", e);
        }
    }

    private void run(String sql) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            // A register that is filled for the first time has no changes to report.
            statement.execute("set session_replication_role = replica");
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The register cannot be filled", e);
        }
    }
}
