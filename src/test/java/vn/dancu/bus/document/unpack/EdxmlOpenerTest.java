package vn.dancu.bus.document.unpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.document.unpack.OpenedMessage.OpenedDocument;
import vn.dancu.bus.document.unpack.OpenedMessage.OpenedStatus;
import vn.dancu.bus.document.unpack.OpenedMessage.UnpackedFile;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.document.code.StatusCode;

class EdxmlOpenerTest {

    private static final Path DOCUMENT = Path.of("src/test/resources/signature/original.xml");
    private static final Path EXAMPLES = Path.of("schemas/edxml/v1/examples");
    private static final String LIST = "so-dinh-danh\n999200000001\n";
    private static final String BASE64 = Base64.getEncoder().encodeToString(LIST.getBytes(StandardCharsets.UTF_8));
    private final DocumentOpener opener = new EdxmlOpener(MessageContext.create(), MessageLimits.LARGE);

    @Test
    void opensADocumentAndItsFiles() throws IOException {
        try (OpenedMessage opened = open(document())) {
            assertThat(opened).isInstanceOfSatisfying(OpenedDocument.class, document -> {
                assertThat(document.document().from().id()).isEqualTo("000.00.00.H41");
                assertThat(document.files()).singleElement().satisfies(file -> {
                    assertThat(file.contentId()).isEqualTo("danh-sach");
                    assertThat(file.name()).isEqualTo("danh-sach.csv");
                    assertThat(bytes(file)).isEqualTo(LIST);
                });
            });
        }
    }

    @Test
    void opensAStatus() throws IOException {
        try (OpenedMessage opened = open(Files.readString(EXAMPLES.resolve("trang-thai-13.xml")))) {
            assertThat(opened).isInstanceOfSatisfying(OpenedStatus.class, status -> assertThat(
                            status.status().code().is(StatusCode.RECALL))
                    .isTrue());
        }
    }

    @Test
    void takesTheFileOutOfTheZipThatSamplesSendByWhateverType() throws IOException {
        String zip = Base64.getEncoder().encodeToString(zip(LIST.getBytes(StandardCharsets.UTF_8)));

        for (String type : new String[] {"application/zip", "text/csv"}) {
            try (OpenedMessage opened = open(document().replace(BASE64, zip).replace("text/csv", type))) {
                assertThat(bytes(((OpenedDocument) opened).files().get(0))).isEqualTo(LIST);
            }
        }
        try (OpenedMessage opened = open(document()
                .replace(BASE64, zip)
                .replace("text/csv", "application/zip")
                .replace(".csv", ".ZIP"))) {
            assertThat(bytes(((OpenedDocument) opened).files().get(0))).startsWith("PK");
        }
    }

    @Test
    void refusesWhatIsNoDocumentWithItsFiles() throws IOException {
        String text = document();

        assertThat(refusal(text.replace("<ContentId>danh-sach", "<ContentId>khac")))
                .isEqualTo("field_missing AttachmentEncoded/Attachment/ContentTransferEncoded");
        assertThat(refusal(text.replaceAll("(?s)<AttachmentEncoded>.*</AttachmentEncoded>", "")))
                .isEqualTo("field_missing AttachmentEncoded/Attachment/ContentTransferEncoded");
        assertThat(refusal(text.replaceAll("(?s)(<Attachment>.*</Attachment>)", "$1$1")))
                .isEqualTo("field_duplicated AttachmentEncoded/Attachment/ContentId");
        assertThat(refusal(text.replace(BASE64, "c28t**lu"))).startsWith("field_invalid AttachmentEncoded/Attachment");
        assertThat(refusal(text.replace(BASE64, Base64.getEncoder().encodeToString(zip(new byte[8 << 20])))))
                .isEqualTo("archive_limit_exceeded /");
        assertThat(refusal("<html><body>502 Bad Gateway</body></html>")).isEqualTo("operation_unknown /");
        assertThat(refusal(text.substring(0, text.length() / 2))).startsWith("message_malformed");
    }

    @Test
    void refusesMoreThanItsLimits() throws IOException {
        MessageLimits small = new MessageLimits(1L << 20, 32, 4096, 32, 128, 8192, 64, 1024, 1 << 16);
        DocumentOpener limited = new EdxmlOpener(MessageContext.create(), small);
        String large = Base64.getEncoder().encodeToString(new byte[2000]);

        assertThat(refusal(limited, document().replace(BASE64, large))).startsWith("content_limit_exceeded");
        assertThat(refusal(
                        limited, document().replace(BASE64, Base64.getEncoder().encodeToString(new byte[1 << 20]))))
                .startsWith("content_limit_exceeded");
        assertThat(refusal(limited, document() + " ".repeat(1 << 20))).startsWith("message_too_large");
    }

    @Test
    void readsTheWholeTextOfAFieldAroundAComment() throws IOException {
        try (OpenedMessage opened = open(document().replace("000.00.00.G22", "000.00.00<!-- x -->.G22"))) {
            assertThat(((OpenedDocument) opened).document().to().get(0).id()).isEqualTo("000.00.00.G22");
        }
    }

    private String refusal(String text) {
        return refusal(opener, text);
    }

    private static String refusal(DocumentOpener opener, String text) {
        BusException e = catchThrowableOfType(
                BusException.class, () -> opener.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        return e.refusal().code() + " " + e.refusal().field();
    }

    private OpenedMessage open(String text) {
        return opener.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String document() throws IOException {
        return Files.readString(DOCUMENT).replace("{{signature}}", "");
    }

    private static String bytes(UnpackedFile file) {
        try (InputStream in = file.content().open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] zip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../x.csv"));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
