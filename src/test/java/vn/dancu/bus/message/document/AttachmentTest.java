package vn.dancu.bus.message.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Version;

class AttachmentTest {

    private static final byte[] PDF = "%PDF-1.4\n% synthetic\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void unpacksTheFileThatCameInAZip() throws IOException {
        MessageContext context = MessageContext.create();
        try (InputStream in = Files.newInputStream(Path.of("schemas/edxml/v1/examples/zip-trong-pdf.xml"));
                Message message = context.xml(Version.EDXML_V1).read(in)) {
            Attachment attachment =
                    context.documents().read(message).attachments().get(0);

            assertThat(attachment.contentType()).isEqualTo("application/pdf");
            assertThat(new String(bytes(attachment.content()), StandardCharsets.ISO_8859_1))
                    .startsWith("PK");
            assertThat(new String(bytes(attachment.file()), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF");
        }
    }

    @Test
    void readsTheEntryAsOftenAsAsked() {
        Content file = file("application/pdf", zip(PDF, "a.pdf"));

        assertThat(file.length()).isEqualTo(PDF.length);
        assertThat(bytes(file)).isEqualTo(PDF);
        assertThat(bytes(file)).isEqualTo(PDF);
    }

    @Test
    void leavesWhatIsNoZipOrIsMeantToBeOne() {
        byte[] zip = zip(PDF, "a.pdf");

        assertThat(bytes(file("application/pdf", PDF))).isEqualTo(PDF);
        assertThat(bytes(file("application/zip", zip))).isEqualTo(zip);
        assertThat(bytes(file("application/x-zip-compressed", zip))).isEqualTo(zip);
        assertThat(bytes(file("application/pdf", new byte[0]))).isEmpty();
        assertThat(bytes(file("application/pdf", "PK\3\4 and no more".getBytes(StandardCharsets.US_ASCII))))
                .startsWith('P', 'K');
    }

    @Test
    void leavesAnArchiveOfSeveralEntriesSuchAsASpreadsheet() {
        byte[] several = zip(PDF, "[Content_Types].xml", "xl/workbook.xml");

        assertThat(bytes(file("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", several)))
                .isEqualTo(several);
    }

    @Test
    void usesNoNameOfTheArchive() {
        Path outside = Path.of("target", "slipped.txt");

        byte[] bytes = bytes(file("application/pdf", zip(PDF, "../../../../../../target/slipped.txt")));

        assertThat(bytes).isEqualTo(PDF);
        assertThat(outside).doesNotExist();
    }

    @Test
    void leavesAnArchiveWithinTheArchive() {
        byte[] inner = zip(PDF, "a.pdf");

        assertThat(bytes(file("application/pdf", zip(inner, "inner.zip")))).isEqualTo(inner);
    }

    @Test
    void refusesABomb() {
        byte[] bomb = zip(new byte[4 << 20], "a.pdf");

        assertThat(refusal(bomb, MessageLimits.LARGE))
                .isEqualTo("archive_limit_exceeded: at most 100 times the size of the archive");
    }

    @Test
    void refusesMoreThanTheLimitOfOneContent() {
        byte[] large = new byte[300_000];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31 ^ i >> 7);
        }
        MessageLimits small = new MessageLimits(1L << 20, 16, 4096, 16, 128, 8192, 64, 100_000, 1 << 16);

        assertThat(refusal(zip(large, "a.pdf"), small))
                .isEqualTo("archive_limit_exceeded: at most 100000 bytes unpacked");
    }

    @Test
    void refusesAnEntryThatTheArchiveKeepsQuietAbout() {
        byte[] one = zip(PDF, "a.pdf");
        byte[] two = zip(PDF, "a.pdf", "b.pdf");
        int directory = new String(one, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        int directoryOfTwo = new String(two, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        ByteArrayOutputStream hiding = new ByteArrayOutputStream();
        hiding.write(two, 0, directoryOfTwo);
        hiding.write(one, directory, one.length - directory);

        assertThat(refusal(hiding.toByteArray(), MessageLimits.LARGE))
                .startsWith("archive_limit_exceeded: at most the one entry");
    }

    @Test
    void refusesTooManyEntries() {
        String[] names = new String[10_001];
        for (int i = 0; i < names.length; i++) {
            names[i] = String.valueOf(i);
        }

        assertThat(refusal(zip(new byte[0], names), MessageLimits.LARGE))
                .isEqualTo("archive_limit_exceeded: at most 10000 entries in an archive");
    }

    @Test
    void refusesABrokenArchive() {
        byte[] broken = zip(PDF, "a.pdf");
        broken[40] ^= 0x55;

        assertThat(refusal(broken, MessageLimits.LARGE)).startsWith("field_invalid");
    }

    private static String refusal(byte[] bytes, MessageLimits limits) {
        Attachment attachment = Attachment.of("1", "a.pdf", "application/pdf", Content.of(bytes));
        BusException refused = catchThrowableOfType(BusException.class, () -> attachment.file(limits));
        return refused.refusal().code() + ": " + refused.refusal().rule();
    }

    private static Content file(String type, byte[] bytes) {
        return Objects.requireNonNull(
                Attachment.of("1", "a.pdf", type, Content.of(bytes)).file());
    }

    private static byte[] bytes(Content content) {
        try (InputStream in = Objects.requireNonNull(content).open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(byte[] bytes, String... names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(bytes);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
