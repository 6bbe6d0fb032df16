package vn.dancu.bus.sandbox.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.document.Attachment;
import vn.dancu.bus.message.document.DocumentDescription;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.document.Issuance;
import vn.dancu.bus.message.document.Organization;

/** Makes request documents, each with one question in JSON. */
final class AskingDocument {

    /** The name under which the portal keeps what it sent. */
    static final String FILE = "yeu-cau.edxml";

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MessageContext messages;
    private final PortalLedger ledger;
    private final Clock clock;

    AskingDocument(MessageContext messages, PortalLedger ledger, Clock clock) {
        this.messages = messages;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Whom to ask about. */
    record Subject(String number, String name, String birth, @Nullable String service) {}

    /** Keeps a new document, to be sent in the next round. */
    PortalDocument make(Subject subject) {
        String id = UUID.randomUUID().toString();
        String questionId = UUID.randomUUID().toString();
        PortalDocument document = PortalDocument.of(id, questionId, subject.number(), clock.instant());
        ledger.add(document, edxml(id, question(questionId, subject)));
        return document;
    }

    private byte[] edxml(String id, byte[] question) {
        EDocument document = EDocument.of(
                        Organization.of(PortalAxis.PORTAL, "Văn phòng Chính phủ"),
                        List.of(Organization.of(PortalAxis.REGISTER, "Bộ Công an")),
                        id,
                        DocumentDescription.of("Đề nghị cung cấp thông tin công dân"))
                .with(new Issuance(
                        new Issuance.Code(id.substring(0, 8), "VPCP-DVC"),
                        new Issuance.Promulgation("Hà Nội", LocalDate.ofInstant(clock.instant(), VIETNAM)),
                        null,
                        null))
                .with(List.of(Attachment.of("tep-1", "yeu-cau.json", "application/json", Content.of(question))));
        return messages.xml(Version.EDXML_V1).write(messages.documents().write(document));
    }

    private static byte[] question(String id, Subject subject) {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("dichVu", subject.service() == null ? "TraCuuThongTinCongDan" : subject.service());
        question.put("maYeuCau", id);
        question.put("maDVC", "1.001193");
        question.put("maCanBo", "canbo01");
        question.put("soDinhDanh", subject.number());
        question.put("hoVaTen", subject.name());
        question.put("ngaySinh", subject.birth());
        try {
            return JSON.writeValueAsBytes(question);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts are JSON", e);
        }
    }
}
