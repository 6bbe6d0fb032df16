package vn.dancu.bus.document;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.dancu.bus.fixtures.AxisAgency;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.document.Attachment;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.ResultStatus;

/** A room for documents on a real database, and what is sent to it. */
abstract class DocumentLife {

    static final Map<String, Object> SETTINGS = Map.of("dancu.document.chunk", "2");
    static final List<String> WHOLE = List.of("01", "03", "05", "answer", "06");
    static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir
    static Path folder;

    static DocumentRoom room;

    final AxisAgency agency = AxisAgency.province(1);

    @BeforeAll
    static void start() {
        room = DocumentRoom.start(folder, SETTINGS);
    }

    @AfterAll
    static void stop() {
        room.close();
    }

    @BeforeEach
    void everybodyIsFound() {
        room.inquiries.forget();
        room.inquiries.answer(DocumentLife::found);
        room.clock.shift(Duration.ZERO);
    }

    static void take(AxisDelivery delivery, byte[] edxml) {
        room.intake().take(delivery, new ByteArrayInputStream(edxml));
    }

    static AxisDelivery delivery(String docId) {
        return new AxisDelivery(DocumentRoom.ACCOUNT, docId, "000.00.00.H41", false);
    }

    static String id() {
        return "000.00.00.H41,2026/11/29," + COUNT.incrementAndGet() + "/UBND-KT";
    }

    byte[] request(String id, int people) {
        return agency.request(id, "hoi.json", "application/json", questions(people));
    }

    static List<Attachment> files(int people) {
        return List.of(Attachment.of("tep-1", "hoi.json", "application/json", Content.of(questions(people))));
    }

    byte[] letter(String id) {
        return agency.request(id, "cong-van.pdf", "application/pdf", id.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] questions(int people) {
        StringBuilder json = new StringBuilder("[");
        for (int i = 1; i <= people; i++) {
            json.append(i == 1 ? "" : ",")
                    .append("{\"dichVu\": \"TraCuuThongTinCongDan\", \"maYeuCau\": \"")
                    .append(UUID.randomUUID())
                    .append("\", \"maDVC\": \"VPCP\", \"maCanBo\": \"canbo01\", \"soDinhDanh\": \"99908000000")
                    .append(i)
                    .append("\", \"hoVaTen\": \"NGUYỄN VĂN AN\", \"ngaySinh\": \"1990\"}");
        }
        return json.append("]").toString().getBytes(StandardCharsets.UTF_8);
    }

    static Answer found(CitizenQuery query) {
        return new Answer.OfCitizen(query.requestId(), ResultStatus.NOT_FOUND, Instant.EPOCH, null);
    }

    static DocumentEntry entry(String documentId) {
        return room.documents().find("H41", documentId).get(0);
    }

    static UUID document(String axisDocId) {
        return room.jdbc()
                .queryForObject("select document from document.delivery where axis_doc_id = ?", UUID.class, axisDocId);
    }

    static DocumentState state(UUID document) {
        return room.documents().find(document).orElseThrow().state();
    }
}
