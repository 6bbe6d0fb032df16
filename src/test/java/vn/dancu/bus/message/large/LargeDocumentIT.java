package vn.dancu.bus.message.large;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is larger than the heap goes through all the same, and leaves nothing behind. */
class LargeDocumentIT {

    /** With {@code -Plong} 256 MB, for a document of 265 MB and 280,000 records. */
    private static final int HEAP_MB = Integer.getInteger("test.large.heap", 64);

    private static final Path FIGURES = Path.of("target", "large-document.txt");

    @Test
    void carriesADocumentAndACollectionThatAreLargerThanTheHeap(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("log.txt");
        Files.deleteIfExists(FIGURES);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MB + "m",
                        "-Dtest.large.megabytes=" + HEAP_MB * 3 / 4,
                        "-Dtest.large.records=" + HEAP_MB * 1100,
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("tmp")),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        folder.toString(),
                        FIGURES.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(process.exitValue()).as(read(log)).isZero();
        assertThat(read(FIGURES)).contains("edXML document of", "peak heap");
    }

    private static String read(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
