package vn.dancu.bus.message.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
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

    /** By the limit of the shell on the size of a file, which has the same effect. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void saysThatTheDiskIsFullAndNotThatTheMessageIsWrong(@TempDir Path folder) throws Exception {
        Process process = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "ulimit -f 2048 && exec \"$0\" \"$@\"",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        FullDisk.class.getName())
                .redirectErrorStream(true)
                .start();

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).isEqualToIgnoringNewLines("storage_unavailable");
        assertThat(folder).isEmptyDirectory();
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
