package vn.dancu.bus.message.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.MessageLimits;

class ContentSpoolTest {

    private static final byte[] BYTES = new byte[300_000];

    static {
        new Random(1).nextBytes(BYTES);
    }

    @Test
    void givesALargeContentBackAsOftenAsAskedFromAFileThatHasNoName() throws IOException {
        List<Path> before = files();
        ContentSpool spool = new ContentSpool(MessageLimits.LARGE);
        spool.write(BYTES, 0, 100_000);
        spool.write(BYTES, 100_000, 200_000);

        try (Content content = spool.done();
                InputStream one = content.open();
                InputStream other = content.open()) {
            assertThat(content.length()).isEqualTo(BYTES.length);
            assertThat(one.readNBytes(150_000)).isEqualTo(Arrays.copyOf(BYTES, 150_000));
            assertThat(other.readAllBytes()).isEqualTo(BYTES);
            assertThat(one.readAllBytes()).isEqualTo(Arrays.copyOfRange(BYTES, 150_000, BYTES.length));
            assertThat(files())
                    .as("whoever kills the process leaves nothing behind")
                    .isEqualTo(before);
        }
    }

    @Test
    void takesNoMoreAfterItWasDropped() throws IOException {
        ContentSpool spool = new ContentSpool(MessageLimits.LARGE);
        spool.write(BYTES, 0, BYTES.length);
        Content content = spool.done();
        spool.drop();

        assertThatThrownBy(() -> content.open().readAllBytes()).isInstanceOf(IOException.class);
        content.close();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            // Other processes have theirs there.
            return files.filter(file -> file.toFile().length() == BYTES.length)
                    .sorted()
                    .toList();
        }
    }
}
