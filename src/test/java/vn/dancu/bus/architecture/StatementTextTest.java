package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What PostgreSQL does otherwise than a statement reads. */
class StatementTextTest {

    private static final Pattern LIMITED_SUBQUERY =
            Pattern.compile("\\bin\\s*\\(\\s*select\\b(?:[^()]|\\([^()]*\\))*\\bskip locked", Pattern.CASE_INSENSITIVE);

    @Test
    void choosesRowsToLockInAStepOfItsOwn() throws IOException {
        List<Path> statements = HouseFiles.under(Path.of("src/main/java"));

        assertThat(statements).isNotEmpty();
        for (Path file : statements) {
            assertThat(LIMITED_SUBQUERY.matcher(Files.readString(file)).find())
                    .as(
                            "%s: a subquery may be evaluated for each row and lock more than its limit; "
                                    + "choose in a `with … as materialized`",
                            file)
                    .isFalse();
        }
    }

    @Test
    void seesTheFormThatLocksTooMany() {
        assertThat("where id in (\n select id from a where b limit ? for update skip locked)")
                .containsPattern(LIMITED_SUBQUERY);
    }
}
