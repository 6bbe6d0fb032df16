package vn.dancu.bus.desk.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final CsvWriter rows = CsvWriter.forPeople(out);

    @Test
    void writesRowsOfRfc4180() {
        assertThat(written(Arrays.asList("a", "b,c", "d\"e", null, 7L, -7L, LocalDate.of(2026, 11, 24), true)))
                .isEqualTo("a,\"b,c\",\"d\"\"e\",,7,-7,2026-11-24,true\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", " =1", "\uFF1D1+1", "=HYPERLINK(\"x\")"})
    void leavesNoTextThatIsAFormula(String text) {
        assertThat(written(List.of(text)).replaceFirst("^\"", "")).startsWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb", "a\rb", "a\nb", "\u001b[31m", "\ud800"})
    void leavesNoControlCharacter(String text) {
        assertThat(written(List.of(text))).contains("\uFFFD").hasLineCount(1);
    }

    @Test
    void writesNothingForAnEmptyTextAndACommaBetweenTwo() {
        assertThat(written(List.of("", ""))).isEqualTo(",\r\n");
    }

    @Test
    void givesProgramsEveryValueAsItIsAndNoMark() {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        CsvWriter programs = CsvWriter.forPrograms(plain);

        programs.row(Arrays.asList("+84912345678", "=1+1", "-1", "@a", "x\ty", "d\"e", null, 7L));
        programs.flush();

        assertThat(plain.toString(StandardCharsets.UTF_8)).isEqualTo("+84912345678,=1+1,-1,@a,x\ty,\"d\"\"e\",,7\r\n");
    }

    private String written(List<?> row) {
        rows.row(row);
        rows.flush();
        String file = out.toString(StandardCharsets.UTF_8);
        assertThat(file).as("Excel takes it for UTF-8").startsWith("\uFEFF");
        return file.substring(1);
    }
}
