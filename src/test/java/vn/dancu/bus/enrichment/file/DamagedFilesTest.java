package vn.dancu.bus.enrichment.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dancu.bus.catalogue.Catalogues;
import vn.dancu.bus.enrichment.EnrichmentSource;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.enrichment.RecordCheck;
import vn.dancu.bus.enrichment.SourceCode;
import vn.dancu.bus.enrichment.SourceRecord;
import vn.dancu.bus.enrichment.source.SourceFolder;

/** Whatever happens to the bytes of a file, reading ends with records or with a fault that has a code. */
class DamagedFilesTest {

    private static final Path FOLDER = Path.of("src/test/resources/enrichment/files");
    private static final EnrichmentSources SOURCES = SourceFolder.read(null, Catalogues.published(), Clock.systemUTC());
    private static final FileLimits LIMITS = new FileLimits(1_000_000, 200, 20_000, 200, 1_000_000);
    private static final int TIMES = 60;
    private static final int LONGEST = 20_000;

    @ParameterizedTest
    @MethodSource("cases")
    void areReadToAnEnd(String name) throws IOException {
        DeliveredFile file = new DeliveredFile(FOLDER.resolve(name));
        byte[] whole = file.open().readNBytes(LONGEST);
        EnrichmentSource source =
                SOURCES.find(new SourceCode(file.setting("source", "the-bhyt"))).orElseThrow();
        FileProfile form = source.profile(file.setting("form", "csv")).orElseThrow();
        String declared = file.setting("declared", form.encoding() == null ? "UTF-8" : "none");
        FileProfile profile = declared.equals("none")
                ? form
                : form.declared(TextEncoding.of(declared).orElseThrow());
        RecordCheck check = source.check(profile);
        SplittableRandom random = new SplittableRandom(name.hashCode());

        for (int i = 0; i < TIMES; i++) {
            byte[] damaged = damaged(whole, random);
            assertThat(records(damaged, profile, check)).isLessThanOrEqualTo(damaged.length);
        }
    }

    private static Stream<String> cases() throws IOException {
        List<String> tried = List.of(
                "csv",
                "csv-quotes",
                "csv-gzip",
                "csv-zstd",
                "csv-zip",
                "csv-zip-written-to-a-pipe",
                "csv-utf16",
                "csv-tcvn3",
                "csv-windows-1258",
                "json-lines",
                "xml",
                "xlsx",
                "values-that-are-refused");
        try (Stream<Path> folders = Files.list(FOLDER)) {
            assertThat(folders.map(folder -> folder.getFileName().toString())).containsAll(tried);
        }
        return tried.stream();
    }

    /** How many records were read before the end or the fault. */
    private static long records(byte[] file, FileProfile profile, RecordCheck check) throws IOException {
        long count = 0;
        try (RecordReader reader = RecordFile.open(new ByteArrayInputStream(file), profile, LIMITS)) {
            for (SourceRecord next = reader.read(); next != null; next = reader.read()) {
                assertThat(check.check(next).line()).isEqualTo(next.line());
                count++;
            }
            assertThat(reader.count()).isEqualTo(count);
        } catch (FileFaultException e) {
            assertThat(e.fault().code()).isNotEmpty();
        }
        return count;
    }

    /** The bytes with some of them changed, cut out, or there twice. */
    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        byte[] damaged = whole.clone();
        int from = random.nextInt(whole.length);
        int length = 1 + random.nextInt(Math.min(40, whole.length - from));
        switch (random.nextInt(4)) {
            case 0 -> damaged[from] ^= (byte) (1 << random.nextInt(8));
            case 1 -> {
                byte[] others = new byte[length];
                random.nextBytes(others);
                System.arraycopy(others, 0, damaged, from, length);
            }
            case 2 -> {
                damaged = new byte[whole.length - length];
                System.arraycopy(whole, 0, damaged, 0, from);
                System.arraycopy(whole, from + length, damaged, from, damaged.length - from);
            }
            default -> {
                damaged = new byte[whole.length + length];
                System.arraycopy(whole, 0, damaged, 0, from + length);
                System.arraycopy(whole, from, damaged, from + length, whole.length - from);
            }
        }
        return damaged;
    }
}
