package vn.dancu.bus.document.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import vn.dancu.bus.fixtures.OpenFiles;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.Sha256;

class DocumentSpoolTest {

    private static final byte[] DOCUMENT =
            "<SoDinhDanh>999080000001</SoDinhDanh>\n".repeat(5000).getBytes(StandardCharsets.UTF_8);

    @Test
    void givesTheBytesBackToEachReader() throws IOException {
        try (DocumentSpool spool = new DocumentSpool(DOCUMENT.length)) {
            spool.write(DOCUMENT);
            try (InputStream one = spool.open();
                    InputStream other = spool.open()) {
                assertThat(one.readNBytes(100_000)).hasSize(100_000);
                assertThat(other.readAllBytes()).isEqualTo(DOCUMENT);
                assertThat(one.readAllBytes()).hasSize(DOCUMENT.length - 100_000);
            }
            assertThat(spool.length()).isEqualTo(DOCUMENT.length);
            assertThat(spool.sha256()).isEqualTo(Sha256.hex(DOCUMENT));
        }
    }

    @Test
    void refusesWhatIsLongerThanItsLimit() throws IOException {
        try (DocumentSpool spool = new DocumentSpool(DOCUMENT.length - 1L)) {
            assertThatThrownBy(() -> spool.write(DOCUMENT))
                    .isInstanceOf(BusException.class)
                    .hasMessage("message_too_large");
        }
    }

    /** A file that cannot be written is not the axis' fault, which every other failure of its stream is. */
    @Test
    void saysThatItsOwnDiskIsAtFault() throws IOException {
        DocumentSpool spool = new DocumentSpool(DOCUMENT.length);
        spool.close();

        assertThatThrownBy(() -> {
                    spool.write(DOCUMENT);
                    spool.open();
                })
                .isInstanceOf(BusException.class)
                .hasMessage("storage_unavailable");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void liesOnTheDiskUnreadableAndGoesWithItsLastReader() throws IOException {
        List<Path> before = OpenFiles.named("dancu-");
        DocumentSpool spool = new DocumentSpool(DOCUMENT.length);
        spool.write(DOCUMENT);
        try (InputStream last = spool.openLast()) {
            List<Path> made = new ArrayList<>(OpenFiles.named("dancu-"));
            made.removeAll(before);

            assertThat(made).singleElement().satisfies(file -> {
                assertThat(Files.readSymbolicLink(file).toString()).endsWith("(deleted)");
                assertThat(Files.readAllBytes(file)).hasSize(DOCUMENT.length);
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("999080000001");
            });
            assertThat(last.readAllBytes()).isEqualTo(DOCUMENT);
        }
        List<Path> left = new ArrayList<>(OpenFiles.named("dancu-"));
        left.removeAll(before);
        assertThat(left).isEmpty();
    }
}
