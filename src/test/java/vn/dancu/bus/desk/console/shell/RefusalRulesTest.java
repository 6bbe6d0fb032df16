package vn.dancu.bus.desk.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RefusalRulesTest {

    private static final Path MAIN = Path.of("src/main/java/vn/dancu/bus");

    /** Whose refusals pages of the console show. */
    private static final List<String> ROOMS =
            List.of("desk", "partner", "policy", "hub", "codebook", "replay", "shelf");

    private static final Pattern PLAIN = Pattern.compile(
            "ErrorCode\\.[A-Z_]+,\\s*(?:\"[^\"]*\"|[A-Za-z_.()]+),\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*\\)");

    private final RefusalRules rules = new RefusalRules();

    @Test
    void hasWordsForEveryPlainRuleOfTheRoomsOfTheConsole() throws IOException {
        List<String> untranslated = new ArrayList<>();
        int seen = 0;
        for (Path source : sources()) {
            Matcher found = PLAIN.matcher(Files.readString(source));
            while (found.find()) {
                seen++;
                if (rules.vietnamese(found.group(1)) == null) {
                    untranslated.add(source.getFileName() + ": " + found.group(1));
                }
            }
        }
        assertThat(seen).isGreaterThan(100);
        assertThat(untranslated).isEmpty();
    }

    @Test
    void putsWhatVariesIntoItsPlace() {
        assertThat(rules.vietnamese("at most 20 open drafts")).isEqualTo("nhiều nhất 20 bản nháp còn mở");
        assertThat(rules.vietnamese("1 to 200 characters on one line, nobody's number"))
                .isEqualTo("từ 1 đến 200 ký tự trên một dòng, không chứa số của cá nhân nào");
        assertThat(rules.vietnamese("at least 15 working days after today, from 2026-12-21 on (Điều 9)"))
                .isEqualTo("sau hôm nay ít nhất 15 ngày làm việc, từ 2026-12-21 trở đi (Điều 9)");
    }

    @Test
    void hasNoWordsForWhatItDoesNotKnow() {
        assertThat(rules.vietnamese("a rule of another room")).isNull();
        assertThat(rules.vietnamese(null)).isNull();
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String room : ROOMS) {
            try (Stream<Path> files = Files.walk(MAIN.resolve(room))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }
}
