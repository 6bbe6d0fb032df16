package vn.dancu.bus.catalogue.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvFileTest {

    private static final List<String> COLUMNS = List.of("a", "b");

    @TempDir
    private Path folder;

    @Test
    void readsQuotedCells() {
        assertThat(CsvFile.split("a,\"b, \"\"c\"\"\",,d")).containsExactly("a", "b, \"c\"", "", "d");
    }

    @Test
    void readsWhatASpreadsheetWrites() throws IOException {
        Path file = write("\uFEFFa,b,c\r\n1,2,3\r\n\r\n4,5,6\r\n");

        List<CsvLine> lines = CsvFile.supplied(file, COLUMNS);

        assertThat(lines).extracting(line -> line.get("a") + line.get("b")).containsExactly("12", "45");
        assertThat(lines).extracting(CsvLine::number).containsExactly(2, 4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a;b/1;2          | :1: the header has no column a",
                "a,b/1,2/3        | :3: has 1 columns, its header 2",
                "a,b/1,2,3        | :2: has 3 columns, its header 2",
                "a,b/1,\"2        | :2: a quotation mark is not closed",
                "'  '             | : has no header"
            })
    void namesFileAndLineOfWhatIsWrong(String text, String message) throws IOException {
        Path file = write(text.replace("/", "\n"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvFile.supplied(file, COLUMNS))
                .withMessage(file + message);
    }

    @Test
    void namesAFileThatIsNotThere() {
        Path file = folder.resolve("none.csv");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvFile.supplied(file, COLUMNS))
                .withMessage(file + ": cannot be read");
    }

    @Test
    void namesAFileInAnotherEncoding() throws IOException {
        Path file = folder.resolve("list.csv");
        Files.writeString(file, "a,b\né,1\n", StandardCharsets.ISO_8859_1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvFile.supplied(file, COLUMNS))
                .withMessage(file + ": is not UTF-8");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), text);
    }
}
