package vn.dancu.bus.register;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.name.NameNormalizer;

/** The folding of names against {@code unaccent} of a real PostgreSQL, and the stored form before and after its migration. */
@SuppressWarnings("NullAway.Init")
class NameFoldingIT {

    private static final String BEFORE = "20261128?";

    private static EmbeddedPostgres postgres;
    private static JdbcTemplate sql;

    @BeforeAll
    static void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
        sql = new JdbcTemplate(postgres.getPostgresDatabase());
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        postgres.close();
    }

    @Test
    void foldsEveryLatinLetterAsUnaccentDoes() {
        sql.execute("create extension unaccent");
        Map<String, String> differences = new TreeMap<>();
        int[] compared = {0};
        List<String> letters = latinLetters();
        List<String> unaccented = sql.queryForList(
                "select unaccent(letter) from unnest(?) with ordinality as given(letter, place) order by place",
                String.class,
                (Object) letters.toArray(String[]::new));
        for (int i = 0; i < letters.size(); i++) {
            String letter = letters.get(i);
            String plain = unaccented.get(i);
            if (!letter.equals(plain)) {
                compared[0]++;
                String folded = NameNormalizer.fold(letter);
                String wanted = NameNormalizer.fold(plain);
                if (!folded.equals(wanted)) {
                    differences.put(letter, folded + " and not " + wanted);
                }
            }
        }

        assertThat(differences).isEmpty();
        assertThat(compared[0]).isGreaterThan(800);
    }

    @Test
    void theMigrationStoresWhatTheFoldingSays() {
        migrate(BEFORE);
        Map<Long, String> names = new TreeMap<>();
        List<String> letters = latinLetters();
        for (int i = 0; i < letters.size(); i++) {
            names.put((long) i, "Y " + letters.get(i) + "ih Niê\u00A0Đ" + i);
        }
        sql.batchUpdate(
                "insert into register.citizen (citizen_id, ho, ten, name_folded, birth_year) values (?, 'Y', ?, ?, 1990)",
                names.entrySet().stream()
                        .map(each -> new Object[] {
                            each.getKey(),
                            each.getValue().substring(2),
                            each.getValue().contains("\u0243") ? "YIHNIED" + each.getKey() : "OLDFORM"
                        })
                        .toList());
        migrate("latest");

        Map<Long, String> stored = new TreeMap<>();
        sql.query("select citizen_id, name_folded from register.citizen", row -> {
            stored.put(row.getLong(1), row.getString(2));
        });
        assertThat(stored).hasSize(letters.size());
        assertThat(stored.get((long) letters.indexOf("\u0243"))).startsWith("YBIHNIED");
        stored.forEach((id, folded) -> assertThat(folded)
                .as(names.get(id))
                .isIn("OLDFORM", NameNormalizer.fold(String.valueOf(names.get(id)))));
        assertThat(stored.values().stream().filter(it -> !it.equals("OLDFORM"))).hasSizeGreaterThan(270);
    }

    private static void migrate(String version) {
        Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .locations("classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static List<String> latinLetters() {
        return IntStream.range(0x80, 0x10000)
                .filter(Character::isLetter)
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .mapToObj(Character::toString)
                .toList();
    }
}
