package vn.dancu.bus.sandbox.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {

    @TempDir
    private Path root;

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void makesAnEntryOnce() throws IOException {
        Path first = entry("a");
        Path second = entry("a");

        assertThat(second).isEqualTo(first);
        assertThat(first.resolve("sub/file")).hasContent("content");
        assertThat(made).hasValue(1);
    }

    @Test
    void makesAnEntryAnewFromWhichAFileWasDeleted() throws IOException {
        Files.delete(entry("a").resolve("sub/file"));

        assertThat(entry("a").resolve("sub/file")).hasContent("content");
        assertThat(made).hasValue(2);
    }

    @Test
    void makesAnEntryOnceForStartsAtTheSameTime() {
        List<CompletableFuture<Path>> starts = Stream.generate(() -> CompletableFuture.supplyAsync(this::entryOfOne))
                .limit(4)
                .toList();

        assertThat(starts).allSatisfy(start -> assertThat(start.join().resolve("sub/file"))
                .exists());
        assertThat(made).hasValue(1);
    }

    @Test
    void keepsNothingThatCouldNotBeMade() throws IOException {
        CacheFolder cache = new CacheFolder(root);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> cache.entry("a", folder -> {
                    Files.writeString(folder.resolve("half"), "");
                    throw new IOException("disk full");
                }));

        assertThat(root.resolve("a")).doesNotExist();
        assertThat(entry("a").resolve("sub/file")).exists();
    }

    @Test
    void deletesWhatNobodyHasUsedForLong() throws IOException {
        Path old = entry("old");
        Files.setLastModifiedTime(
                root.resolve("old.files"), FileTime.from(Instant.now().minus(Duration.ofDays(31))));

        entry("new");

        assertThat(old).doesNotExist();
        assertThat(root.resolve("new")).exists();
    }

    private Path entryOfOne() {
        try {
            return entry("a");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path entry(String name) throws IOException {
        return new CacheFolder(root).entry(name, folder -> {
            made.incrementAndGet();
            Files.createDirectories(folder.resolve("sub"));
            Files.writeString(folder.resolve("sub/file"), "content");
        });
    }
}
