package vn.dancu.bus.message.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Trees;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.document.code.Coded;
import vn.dancu.bus.message.document.code.Priority;

/** The form before QCVN 102. */
class EdocReaderTest {

    private static final Path EXAMPLES = Path.of("schemas/edoc/v1/examples");
    private static final MessageContext CONTEXT = MessageContext.create();
    private static final DocumentMessages DOCUMENTS = CONTEXT.documents();

    @Test
    void readsAnOldMessage() {
        Message message = read("van-ban.xml");

        EDocument document = DOCUMENTS.read(message);

        assertThat(document.from().id()).isEqualTo("CQ_MAU_A");
        assertThat(document.id()).isNull();
        assertThat(document.issuance())
                .isEqualTo(new Issuance(
                        new Issuance.Code("15", "UBND-KT"),
                        new Issuance.Promulgation("Nghệ An", LocalDate.of(2014, 11, 24)),
                        new Issuance.Type(null, null, "Công văn"),
                        new Issuance.Signer("KT. CHỦ TỊCH", "Phó Chủ tịch", "Nguyễn Văn A")));
        assertThat(Objects.requireNonNull(document.description().other()).pages())
                .isEqualTo(3);
        assertThat(document.routing().stations())
                .containsExactly(
                        new RoutingTrace.Station("CQ_MAU_A", LocalDateTime.of(2014, 11, 24, 15, 30), List.of()));
        assertThat(document.attachments()).extracting(Attachment::contentId).containsExactly("tep1@coquan.example");
        assertThat(document.attachments().get(0).file()).isNull();
    }

    @Test
    void namesWhatTheRecordDoesNotCarry() {
        assertThat(DOCUMENTS.losses(read("van-ban.xml")))
                .containsExactly(
                        "MessageHeader/From/OrganId/@type",
                        "MessageHeader/To/OrganId/@type",
                        "TraceHeaderList/TraceHeader/Sender/OrganId/@type",
                        "TraceHeaderList/TraceHeader/Sender/OrganizationInCharge",
                        "TraceHeaderList/TraceHeader/Sender/Email",
                        "TraceHeaderList/TraceHeader/Receiver");
    }

    @Test
    void readsTheOtherGenerationOfNames() {
        Message message = read("tieu-de-ten-cu.xml");

        EDocument document = DOCUMENTS.read(message);

        assertThat(document.id()).isEqualTo("4711");
        assertThat(document.issuance().type()).isEqualTo(new Issuance.Type(1, null, "Công văn"));
        assertThat(document.issuance().signer()).isEqualTo(new Issuance.Signer(null, "Phó Chủ tịch", "Nguyễn Văn A"));
        assertThat(Objects.requireNonNull(document.issuance().promulgation()).date())
                .isEqualTo(LocalDate.of(2014, 11, 24));
        assertThat(Objects.requireNonNull(document.description().other()).priority())
                .isEqualTo(new Coded<Priority>("Hỏa tốc", null));
        assertThat(DOCUMENTS.losses(message))
                .containsExactly(
                        "From/Email",
                        "PromulgationInfo/Place",
                        "Author/Competence",
                        "OtherInfo/Secret",
                        "OtherInfo/ContactInfo");
    }

    @Test
    void readsTheSameFromJson() {
        assertThat(DOCUMENTS.read(Trees.read(CONTEXT.json(Version.EDOC_V1), EXAMPLES.resolve("van-ban.json"))))
                .isEqualTo(DOCUMENTS.read(read("van-ban.xml")));
    }

    @Test
    void becomesEdxmlOfToday() {
        EDocument document = DOCUMENTS.read(read("van-ban.xml"));

        Message written = DOCUMENTS.write(document);

        assertThat(written.version()).isEqualTo(Version.EDXML_V1);
        assertThat(written.get("edXMLEnvelope/edXMLHeader/MessageHeader/PromulgationInfo/PromulgationDate"))
                .contains("2014/11/24");
        assertThat(written.get("edXMLEnvelope/edXMLHeader/TraceHeaderList/@version"))
                .contains("1.0");
        assertThat(DOCUMENTS.losses(document)).isEmpty();
    }

    @Test
    void carriesNoDayThatIsInNoCalendar() {
        Node header = Node.of(
                "MessageHeader",
                List.of(
                        Node.of("From", List.of(Node.text("OrganId", "A"))),
                        Node.of("PromulgationInfo", List.of(Node.text("PromulgationDate", "31/02/2014"))),
                        Node.of("OtherInfo", List.of(Node.text("PageAmount", "ba")))));
        Message message = CONTEXT.message(Version.EDOC_V1, header);

        assertThat(Objects.requireNonNull(DOCUMENTS.read(message).issuance().promulgation())
                        .date())
                .isNull();
        assertThat(DOCUMENTS.losses(message))
                .containsExactly("PromulgationInfo/PromulgationDate", "OtherInfo/PageAmount");
    }

    private static Message read(String file) {
        return Trees.read(CONTEXT.xml(Version.EDOC_V1), EXAMPLES.resolve(file));
    }
}
