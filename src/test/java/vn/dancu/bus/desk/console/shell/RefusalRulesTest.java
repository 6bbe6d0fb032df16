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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dancu.bus.hub.MappedField;

class RefusalRulesTest {

    private static final Path MAIN = Path.of("src/main/java/vn/dancu/bus");

    /** Whose refusals pages of the console show. */
    private static final List<String> ROOMS =
            List.of("desk", "partner", "policy", "hub", "codebook", "replay", "shelf");

    private static final Pattern PLAIN = Pattern.compile(
            "ErrorCode\\.[A-Z_]+,\\s*(?:\"[^\"]*\"|[A-Za-z_.()]+),\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*\\)");

    /** Flaws of a file of mappings, and why a list of the platform was not taken over: pages show them too. */
    private static final Pattern SHOWN = Pattern.compile(
            "(?:PullFault\\.[A-Z_]+|flaw\\([^;\"]*(?:\"[a-z]+\"|FILE)),\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*[,)]");

    private final RefusalRules rules = new RefusalRules();

    @Test
    void hasWordsForEveryPlainRuleOfTheRoomsOfTheConsole() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources()) {
            found.addAll(in(source, PLAIN));
        }

        assertThat(found)
                .hasSizeGreaterThan(100)
                .allSatisfy(rule -> assertThat(rules.vietnamese(rule)).as(rule).isNotNull());
    }

    @Test
    void hasWordsForEveryPlainRuleOfMappingFilesAndOfPulledLists() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources()) {
            found.addAll(in(source, SHOWN));
        }

        assertThat(found)
                .contains("each code of a field once", "JSON, no page", "at least one record")
                .hasSizeGreaterThan(18)
                .allSatisfy(rule -> assertThat(rules.vietnamese(rule)).as(rule).isNotNull());
    }

    /** Rules that are put together: none may keep an English half. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 to 500 characters, no control characters, nobody's number | từ 1 đến 500 ký tự, không có ký tự điều khiển, không chứa số của cá nhân nào",
                "a header field,local,national | dòng tiêu đề field,local,national",
                "3 columns | 3 cột",
                "at most 100000 lines | nhiều nhất 100000 dòng",
                "at most 200 lists | nhiều nhất 200 danh mục",
                "at most 20000 records | nhiều nhất 20000 bản ghi",
                "status 200, not 503 | trạng thái 200, không phải 503",
                "an array of objects of at most 60 members | một mảng đối tượng, mỗi đối tượng nhiều nhất 60 thuộc tính"
            })
    void saysWhatIsPutTogetherInOneLanguage(String english, String vietnamese) {
        assertThat(rules.vietnamese(english)).isEqualTo(vietnamese);
    }

    @ParameterizedTest
    @EnumSource(MappedField.class)
    void saysTheFormOfEachMappedField(MappedField field) {
        assertThat(List.of(field.rule() + ", or *", field.rule() + "; neither * nor -"))
                .allSatisfy(rule ->
                        assertThat(rules.vietnamese(rule)).as(rule).isNotNull().doesNotContain("letters", "printable"));
    }

    private static List<String> in(Path source, Pattern pattern) throws IOException {
        Matcher found = pattern.matcher(Files.readString(source));
        List<String> rules = new ArrayList<>();
        while (found.find()) {
            rules.add(found.group(1));
        }
        return rules;
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
