package vn.dancu.bus.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Bytes in base64, on both wires. */
class ContentReadingTest {

    private static final Path EXAMPLE = Path.of("schemas/edxml/v1/examples/ba-tep.xml");
    private static final String CONTENT = "AttachmentEncoded/Attachment[0]/ContentTransferEncoded";
    private static final MessageContext CONTEXT = MessageContext.create();
    private static final MessageFormat XML = CONTEXT.xml(Version.EDXML_V1);
    private static final MessageFormat JSON = CONTEXT.json(Version.EDXML_V1);

    @Test
    void refusesElementsAmongBytesAndReadsOnBehindThem() throws IOException {
        String broken = example().replaceFirst("(<ContentTransferEncoded>[^<]{4})", "$1<a>AAAA<b>x</b></a>");
        Reaction.Collecting findings = new Reaction.Collecting(10);

        try (Message message = XML.read(in(broken), findings)) {
            assertThat(findings.findings()).extracting(Finding::path).containsExactly(CONTENT);
            assertThat(message.all("AttachmentEncoded/Attachment")).hasSize(3);
            assertThat(message.all("AttachmentEncoded/Attachment/ContentTransferEncoded"))
                    .hasSize(3);
        }
        BusException refused = catchThrowableOfType(BusException.class, () -> XML.read(in(broken)));
        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.FIELD_INVALID);
    }

    @Test
    void readsOnBehindBytesThatDoNotDecode() throws IOException {
        String broken = example().replaceFirst("<ContentTransferEncoded>", "<ContentTransferEncoded>*<!-- -->*");
        Reaction.Collecting findings = new Reaction.Collecting(10);

        try (Message message = XML.read(in(broken), findings)) {
            assertThat(findings.findings()).extracting(Finding::path).containsExactly(CONTENT);
            assertThat(message.all("AttachmentEncoded/Attachment/ContentId")).hasSize(3);
        }
    }

    @Test
    void keepsBytesBesideAnUnknownAttribute() throws IOException {
        String marked = example().replaceFirst("<ContentTransferEncoded>", "<ContentTransferEncoded la=\"1\">");
        try (Message message = XML.read(in(marked), Reaction.LENIENT);
                Message back = JSON.read(new ByteArrayInputStream(JSON.write(message)), Reaction.LENIENT)) {
            Node there = message.all(CONTENT).get(0);
            Node here = back.all(CONTENT).get(0);

            assertThat(here.attribute("la")).isEqualTo("1");
            assertThat(bytes(here)).isEqualTo(bytes(there));
        }
    }

    @Test
    void givesEveryRecordOfAMessageInNoNamespace() throws IOException {
        Path file = Path.of("schemas/edxml/v1/examples/no-namespace/tep-khong-gian-ten.xml");
        try (InputStream in = Files.newInputStream(file);
                Records records = XML.records(in, "AttachmentEncoded", Reaction.STRICT)) {
            assertThat(records.next().all("Attachment")).hasSize(3);
            assertThat(records.hasNext()).isFalse();
        }
    }

    private static String example() throws IOException {
        return Files.readString(EXAMPLE);
    }

    private static byte[] bytes(Node node) throws IOException {
        try (InputStream in = Objects.requireNonNull(node.content()).open()) {
            return in.readAllBytes();
        }
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
