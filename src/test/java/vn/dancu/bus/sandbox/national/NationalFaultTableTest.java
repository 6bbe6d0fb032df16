package vn.dancu.bus.sandbox.national;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of faults says the same on the home page and in the documents, and has every fault. */
class NationalFaultTableTest {

    @Test
    void theDocumentHasARowForEachFaultAndNoOther() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/operations/national-sandbox.md")).stream()
                .dropWhile(line -> !line.startsWith("| `fault`"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .sorted()
                .toList();

        assertThat(NationalFault.all().stream()
                        .map(fault -> "| `" + fault.word() + "` | " + fault.en() + " |")
                        .toList())
                .containsExactlyElementsOf(rows);
    }

    @Test
    void everyFaultHasItsWordsInVietnamese() {
        assertThat(NationalFault.all())
                .hasSize(MockNational.PLAYED.size())
                .allMatch(fault -> !fault.vi().isBlank() && !fault.vi().equals(fault.en()));
    }
}
