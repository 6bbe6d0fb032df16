package vn.dancu.bus.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.ErrorCode;

/** {@code ER-CODES.md} lists exactly the codes that exist, with what programs and people are told. */
class ErrorCodesTest {

    private static final Path DOCUMENT = Path.of("docs/protocols/ER-CODES.md");

    @Test
    void listsExactlyTheCodesThatExist() throws IOException {
        assertThat(rows()).extracting(Row::code).containsExactlyInAnyOrderElementsOf(codes());
    }

    @Test
    void saysTheStatusTheSideAndTheRetryOfEachCode() throws IOException {
        assertThat(rows())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ErrorCode.values())
                        .map(ErrorCodesTest::row)
                        .toList());
    }

    @Test
    void saysWhatTheTextsSayAndWhatToMend() throws IOException {
        Properties vietnamese = texts("messages_vi.properties");
        Properties english = texts("messages_en.properties");

        for (ErrorCode code : ErrorCode.values()) {
            assertThat(cells(code.code()))
                    .as("the row of %s ends with both texts, as in messages_*.properties, and the repair", code)
                    .hasSize(7)
                    .contains(vietnamese.getProperty(code.textKey()), english.getProperty(code.textKey()))
                    .noneMatch(String::isBlank);
        }
    }

    private record Row(String code, String status, String side, String retry) {}

    private static Row row(ErrorCode code) {
        return new Row(
                code.code(),
                String.valueOf(code.httpStatus()),
                code.faultCode(),
                code.retry().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `"))
                .map(ErrorCodesTest::cellsOf)
                .map(cells -> new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3)))
                .toList();
    }

    private static List<String> cells(String code) throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("| `" + code + "` |"))
                .map(ErrorCodesTest::cellsOf)
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> cellsOf(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(cell -> cell.strip().replaceAll("^`([a-z_]+)`$", "$1"))
                .toList();
    }

    private static List<String> codes() {
        return Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList();
    }

    private static Properties texts(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources", name))) {
            texts.load(reader);
        }
        return texts;
    }
}
