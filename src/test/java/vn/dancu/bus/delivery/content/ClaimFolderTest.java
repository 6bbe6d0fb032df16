package vn.dancu.bus.delivery.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.fixtures.Balance;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.kernel.Sha256;

/** A file gives back what was put into it, or says that it cannot. */
class ClaimFolderTest {

    private static final long NO_LIMIT = Long.MAX_VALUE;

    @TempDir
    private Path folder;

    private final SecretBox box = SecretBox.forUse(new byte[32], "test");

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_000})
    void givesBackWhatWasStored(int length) throws IOException {
        byte[] content = random(length);
        ClaimFolder claims = claims(0);

        ClaimCheck check = claims.store(new ByteArrayInputStream(content), length);

        assertThat(check.length()).isEqualTo(length);
        assertThat(check.sha256()).isEqualTo(Sha256.hex(content));
        assertThat(read(claims, check)).isEqualTo(content);
    }

    @Test
    void refusesAFileThatWasChangedCutOrExchanged() throws IOException {
        ClaimFolder claims = claims(0);
        ClaimCheck check = claims.store(new ByteArrayInputStream(random(200_000)), NO_LIMIT);
        ClaimCheck other = claims.store(new ByteArrayInputStream(random(200_000)), NO_LIMIT);
        Path file = folder.resolve(check.id() + ".claim");
        byte[] sealed = Files.readAllBytes(file);

        byte[] changed = sealed.clone();
        changed[100_000] ^= 1;
        Files.write(file, changed);
        assertThatThrownBy(() -> read(claims, check)).isInstanceOf(IOException.class);

        int segment = 4 + 65_536 + 21 + 28;
        Files.write(file, Arrays.copyOf(sealed, 4 + segment));
        assertThatThrownBy(() -> read(claims, check)).isInstanceOf(IOException.class);

        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, 4, swapped, 4 + segment, segment);
        System.arraycopy(sealed, 4 + segment, swapped, 4, segment);
        Files.write(file, swapped);
        assertThatThrownBy(() -> read(claims, check)).isInstanceOf(IOException.class);

        Files.copy(folder.resolve(other.id() + ".claim"), file, StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> read(claims, check)).isInstanceOf(IOException.class);
    }

    @Test
    void keepsNothingOfABodyAboveTheLimit() {
        assertThatThrownBy(() -> claims(0).store(new ByteArrayInputStream(random(100_000)), 99_999))
                .isInstanceOf(BusException.class)
                .hasMessage("message_too_large");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsNothingWhenTheDiskIsFull() throws IOException {
        assertThatThrownBy(() -> claims(Long.MAX_VALUE).store(new ByteArrayInputStream(random(100_000)), NO_LIMIT))
                .isInstanceOf(BusException.class)
                .hasMessage("storage_unavailable");

        try (Stream<Path> left = Files.list(folder)) {
            new Balance("bodies-full-disk", 1, 0, 1, 0, left.count()).written();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keepsNothingWhenTheFolderCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("no-folder"), "");

        assertThatThrownBy(() -> new ClaimFolder(file, 0, box).store(new ByteArrayInputStream(random(10)), NO_LIMIT))
                .isInstanceOf(BusException.class)
                .hasMessage("storage_unavailable");
    }

    @Test
    void keepsNothingWhenTheContentBreaksOff() {
        InputStream broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("the line broke");
                }
                return 1;
            }
        };

        assertThatThrownBy(() -> claims(0).store(broken, 200_000))
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("the line broke");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysThatAFileIsNotThere() throws IOException {
        ClaimFolder claims = claims(0);
        ClaimCheck check = claims.store(new ByteArrayInputStream(random(10)), NO_LIMIT);
        claims.delete(check.id());

        assertThatThrownBy(() -> claims.open(check.id())).hasMessage("storage_unavailable");
    }

    @Test
    void findsWhatIsOldAndDropsHalfWrittenFiles() throws IOException {
        ClaimFolder claims = claims(0);
        ClaimCheck check = claims.store(new ByteArrayInputStream(random(10)), NO_LIMIT);
        Files.writeString(folder.resolve("00000000-0000-0000-0000-000000000001.part"), "half");

        assertThat(claims.olderThan(java.time.Instant.EPOCH)).isEmpty();
        assertThat(claims.olderThan(java.time.Instant.MAX)).isEqualTo(List.of(check.id()));
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    private ClaimFolder claims(long reserve) {
        return new ClaimFolder(folder, reserve, box);
    }

    private static byte[] read(ClaimFolder claims, ClaimCheck check) throws IOException {
        try (InputStream in = claims.open(check.id())) {
            return in.readAllBytes();
        }
    }

    private static byte[] random(int length) {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        return content;
    }
}
