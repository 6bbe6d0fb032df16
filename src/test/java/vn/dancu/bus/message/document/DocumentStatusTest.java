package vn.dancu.bus.message.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.dancu.bus.message.Bilingual;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageFormat;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Trees;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.document.code.Coded;
import vn.dancu.bus.message.document.code.StatusCode;

class DocumentStatusTest {

    private static final Path EXAMPLES = Path.of("schemas/edxml/v1/examples");
    private static final String HEADER = "edXMLEnvelope/edXMLHeader/MessageHeader/";
    private static final MessageContext CONTEXT = MessageContext.create();
    private static final MessageFormat XML = CONTEXT.xml(Version.EDXML_V1);
    private static final DocumentMessages DOCUMENTS = CONTEXT.documents();

    @ParameterizedTest
    @EnumSource(StatusCode.class)
    void readsEveryStatus(StatusCode code) {
        DocumentStatus status = status("trang-thai-" + code.code() + ".xml");

        assertThat(status.code()).isEqualTo(Coded.of(code));
        assertThat(status.code().meaning()).isEqualTo(code.meaning());
        assertThat(status.responseFor())
                .extracting(ResponseFor::documentId)
                .containsExactly("000.00.00.H41,2026/11/24,15/UBND-KT");
    }

    @Test
    void keepsAStatusThatNoListHas() {
        DocumentStatus status = status("trang-thai-la.xml");

        assertThat(status.code()).isEqualTo(new Coded<StatusCode>("09", null));
        assertThat(status.code().meaning()).isNull();
        assertThat(DOCUMENTS.write(status).get(HEADER + "StatusCode")).contains("09");
        assertThat(StatusCode.RECEIVED.meaning()).isEqualTo(new Bilingual("Đã tiếp nhận", "received"));
    }

    @Test
    void namesWhatTheWireWouldNotBringBack() {
        DocumentStatus status = status("trang-thai-01.xml");
        DocumentStatus precise = new DocumentStatus(
                status.from(),
                status.responseFor(),
                status.staff(),
                status.code(),
                "",
                LocalDateTime.of(2026, 11, 24, 8, 30, 0, 1),
                List.of());
        EDocument nothing =
                DOCUMENTS.read(read("toi-thieu.xml")).with(new Issuance(new Issuance.Code(null, ""), null, null, null));

        assertThat(DOCUMENTS.losses(precise)).containsExactly("description", "timestamp");
        assertThat(DOCUMENTS.losses(nothing)).containsExactly("issuance");
    }

    @Test
    void keepsWhatAStatusSeldomHas() {
        Message trace = read("van-ban-moi.xml");
        Node header = trace.all("edXMLEnvelope/edXMLHeader").get(0);
        Message status = read("trang-thai-toi-thieu.xml");
        Node own = status.all(HEADER.substring(0, HEADER.length() - 1)).get(0);
        List<Node> both = List.of(own, Objects.requireNonNull(header.child("TraceHeaderList")));
        Message rich = CONTEXT.message(
                Version.EDXML_V1,
                Node.of("edXML", List.of(Node.of("edXMLEnvelope", List.of(Node.of("edXMLHeader", both))))));

        Message back = DOCUMENTS.write(DOCUMENTS.readStatus(rich));

        assertThat(Trees.sorted(back.root())).isEqualTo(Trees.sorted(rich.root()));
        assertThat(DOCUMENTS.losses(rich)).isEmpty();
    }

    private static DocumentStatus status(String file) {
        return DOCUMENTS.readStatus(read(file));
    }

    private static Message read(String file) {
        return Trees.read(XML, EXAMPLES.resolve(file));
    }
}
