package vn.dancu.bus.message.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageFormat;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Trees;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.document.code.Coded;
import vn.dancu.bus.message.document.code.DocumentActionKind;
import vn.dancu.bus.message.document.code.PaperCopy;
import vn.dancu.bus.message.document.code.Priority;
import vn.dancu.bus.message.document.code.SteeringType;

class DocumentMessagesTest {

    private static final Path EXAMPLES = Path.of("schemas/edxml/v1/examples");
    private static final String HEADER = "edXMLEnvelope/edXMLHeader/MessageHeader/";
    private static final MessageContext CONTEXT = MessageContext.create();
    private static final MessageFormat XML = CONTEXT.xml(Version.EDXML_V1);
    private static final DocumentMessages DOCUMENTS = CONTEXT.documents();

    static Stream<Path> examples() {
        return Stream.of(
                        Trees.files(EXAMPLES, ".xml"),
                        Trees.files(EXAMPLES, ".json"),
                        Trees.files(EXAMPLES.resolve("no-namespace"), ".xml"))
                .flatMap(files -> files);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void bringsEveryExampleBackButForTheLossesItNames(Path file) {
        MessageFormat format = file.toString().endsWith(".json") ? CONTEXT.json(Version.EDXML_V1) : XML;
        Message message = read(file, format);

        Message back = DOCUMENTS.isStatus(message)
                ? DOCUMENTS.write(DOCUMENTS.readStatus(message))
                : DOCUMENTS.write(DOCUMENTS.read(message));

        Message without = message;
        List<String> losses = new ArrayList<>(DOCUMENTS.losses(message));
        Collections.reverse(losses);
        for (String path : losses) {
            without = without.without(path);
        }
        assertThat(Trees.sorted(back.root())).isEqualTo(Trees.sorted(without.root()));
        assertThat(DOCUMENTS.losses(back)).isEmpty();
        CONTEXT.validator(Version.EDXML_V1).check(back, Reaction.STRICT);
    }

    @Test
    void readsADocument() {
        EDocument document = document("van-ban-moi.xml");

        assertThat(document.from().id()).isEqualTo("000.00.00.H41");
        assertThat(document.to()).extracting(Organization::name).containsExactly("Văn phòng Chính phủ");
        assertThat(document.id()).isEqualTo("000.00.00.H41,2026/11/24,15/UBND-KT");
        assertThat(document.issuance())
                .isEqualTo(new Issuance(
                        new Issuance.Code("15", "UBND-KT"),
                        new Issuance.Promulgation("Nghệ An", LocalDate.of(2026, 11, 24)),
                        new Issuance.Type(18, "0", "Công văn"),
                        new Issuance.Signer("KT. CHỦ TỊCH", "Phó Chủ tịch", "Nguyễn Văn A")));
        assertThat(document.description().dueDate()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(document.description().places()).containsExactly("Như trên", "Lưu: VT");
        assertThat(document.description().other())
                .isEqualTo(new DocumentDescription.OtherInfo(
                        Coded.of(Priority.URGENT), "Liên thông văn bản", "TVC", 2, 3, false, List.of("Phụ lục I")));
        assertThat(document.routing().stations())
                .extracting(RoutingTrace.Station::time)
                .containsExactly(LocalDateTime.of(2026, 11, 24, 8, 30));
        assertThat(document.attachments()).hasSize(1);
        Attachment attachment = document.attachments().get(0);
        assertThat(attachment.contentId()).isEqualTo("5c0f1f0e-0000-4000-8000-000000000001");
        assertThat(attachment.name()).isEqualTo("cong-van.pdf");
        assertThat(document).hasToString("EDocument[masked]");
    }

    @Test
    void namesEmptyElementsAsLosses() {
        assertThat(DOCUMENTS.losses(read(EXAMPLES.resolve("de-trong.xml"), XML)))
                .contains(
                        HEADER + "Content",
                        HEADER + "DueDate",
                        HEADER + "ToPlaces",
                        HEADER + "SteeringType",
                        HEADER + "PromulgationInfo/Place",
                        HEADER + "OtherInfo/Appendixes")
                .doesNotContain(HEADER + "Subject", HEADER + "OtherInfo/Direction");
    }

    @Test
    void readsAReplacement() {
        DocumentAction action =
                Objects.requireNonNull(document("thay-the.xml").routing().action());

        assertThat(Objects.requireNonNull(action.kind()).is(DocumentActionKind.REPLACE))
                .isTrue();
        assertThat(action.paper()).isEqualTo(Coded.of(PaperCopy.FOLLOWS));
        assertThat(action.replacements())
                .extracting(DocumentAction.Replacement::organIds)
                .containsExactly(List.of("000.00.00.G22", "000.00.00.H29"), List.of("000.00.00.G22"));
    }

    @Test
    void keepsCodesThatNoListHas() {
        EDocument document = document("ma-la.xml");

        DocumentDescription.OtherInfo other =
                Objects.requireNonNull(document.description().other());
        assertThat(other.priority()).isEqualTo(new Coded<Priority>("7", null));
        assertThat(document.description().steering()).isEqualTo(new Coded<SteeringType>("0", null));
        assertThat(Objects.requireNonNull(document.routing().action()).kind())
                .isEqualTo(new Coded<DocumentActionKind>("9", null));
    }

    @Test
    void readsTheSameWithAndWithoutPrefix() {
        EDocument prefixed = document("co-tien-to.xml");
        EDocument plain = document("khong-tien-to.xml");

        assertThat(prefixed.with(List.<Attachment>of())).isEqualTo(plain.with(List.<Attachment>of()));
        assertThat(prefixed.attachments())
                .extracting(Attachment::contentId)
                .isEqualTo(
                        plain.attachments().stream().map(Attachment::contentId).toList());
    }

    @Test
    void keepsSignaturesAsTheyAre() {
        assertThat(document("chu-ky.xml").signatures())
                .extracting(Node::namespace)
                .containsExactly("http://www.w3.org/2000/09/xmldsig#");
        assertThat(document("chu-ky-trong-vo.xml").signatures())
                .extracting(Node::name)
                .containsExactly("DigitalSignature");
    }

    @Test
    void keepsUnknownElementsOfEveryLevelAndWritesThemBack() throws IOException {
        String known = Files.readString(EXAMPLES.resolve("thay-the.xml"));
        String unknown = known.replaceAll(
                "(</(?:edXML:)?(?:From|To|MessageHeader|Code|PromulgationInfo|DocumentType"
                        + "|SignerInfo|ToPlaces|OtherInfo|Appendixes|TraceHeader|Bussiness|ReplacementInfo|StaffInfo"
                        + "|TraceHeaderList|edXMLHeader|Reference|edXMLManifest|edXMLBody|edXMLEnvelope|Attachment"
                        + "|AttachmentEncoded|edXML)>)",
                "<x:La xmlns:x='urn:x'><x:Trong>1</x:Trong></x:La><LaNua>2</LaNua>$1");
        Message message = XML.read(in(unknown), Reaction.LENIENT);

        Message back = DOCUMENTS.write(DOCUMENTS.read(message));

        assertThat(unknown.split("<LaNua>", -1)).hasSizeGreaterThan(24);
        assertThat(DOCUMENTS.losses(message)).allMatch(path -> path.endsWith("Fax") || path.endsWith("Mobile"));
        assertThat(new String(XML.write(back), StandardCharsets.UTF_8).split("<(?:edXML:)?LaNua>", -1))
                .hasSameSizeAs(unknown.split("<LaNua>", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "no-document-id.xml, field_missing, DocumentId",
        "no-to.xml,          field_missing, To",
        "no-such-day.xml,    field_invalid, DueDate"
    })
    void refusesWhatTheSchemaCannot(String file, String code, String field) {
        Message message = read(EXAMPLES.resolve("broken/rules").resolve(file), XML);

        BusException refused = catchThrowableOfType(BusException.class, () -> DOCUMENTS.read(message));

        assertThat(refused.refusal().code()).hasToString(code);
        assertThat(refused.refusal().field()).isEqualTo(HEADER + field);
    }

    @Test
    void takesNoStatusForADocumentAndNoDocumentForAStatus() {
        Message status = read(EXAMPLES.resolve("trang-thai-01.xml"), XML);
        Message document = read(EXAMPLES.resolve("toi-thieu.xml"), XML);

        assertThat(DOCUMENTS.isStatus(status)).isTrue();
        assertThat(DOCUMENTS.isStatus(document)).isFalse();
        assertThat(catchThrowableOfType(BusException.class, () -> DOCUMENTS.read(status)))
                .isNotNull();
        assertThat(catchThrowableOfType(BusException.class, () -> DOCUMENTS.readStatus(document)))
                .isNotNull();
    }

    @Test
    void writesADocumentThatAProgramMade() throws IOException {
        EDocument made = EDocument.of(
                        Organization.of("H41", "UBND tỉnh Nghệ An"),
                        List.of(Organization.of("G22", null), Organization.of("H29", null)),
                        "0192f6a0-5f0e-7c3a-9d51-3f2b7e1c8a40",
                        DocumentDescription.of("Về việc gửi báo cáo"))
                .with(List.of(
                        Attachment.of("tep-1", "cong-van.pdf", "application/pdf", Content.of(new byte[] {1, 2, 3}))));

        EDocument read = DOCUMENTS.read(XML.read(new ByteArrayInputStream(XML.write(DOCUMENTS.write(made)))));

        assertThat(read.to()).isEqualTo(made.to());
        assertThat(read.routing().action()).isEqualTo(DocumentAction.ofNew());
        assertThat(read.attachments())
                .extracting(Attachment::reference)
                .containsExactly(Attachment.Label.of("cid:tep-1", "cong-van.pdf", "application/pdf"));
        assertThat(Objects.requireNonNull(read.attachments().get(0).content())
                        .open()
                        .readAllBytes())
                .containsExactly(1, 2, 3);
        assertThat(DOCUMENTS.losses(made)).isEmpty();
    }

    private static EDocument document(String file) {
        return DOCUMENTS.read(read(EXAMPLES.resolve(file), XML));
    }

    private static Message read(Path file, MessageFormat format) {
        return Trees.read(format, file);
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
