package vn.dancu.bus.sandbox.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.Bilingual;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Version;
import vn.dancu.bus.message.document.Attachment;
import vn.dancu.bus.message.document.DocumentStatus;
import vn.dancu.bus.message.document.EDocument;
import vn.dancu.bus.message.document.ResponseFor;

/** Takes statuses and answers, and holds each against the document that it names. */
final class PortalInbox {

    private static final String ANSWER = "tra-loi.edxml";
    private static final String RESULTS = "ket-qua.json";
    private static final String SUMMARY = "tom-tat.pdf";

    /** The order in which the statuses of a document come. */
    private static final List<String> ORDER = List.of("01", "03", "05", "06");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MessageContext messages;
    private final PortalLedger ledger;
    private final AtomicInteger strays = new AtomicInteger();

    PortalInbox(MessageContext messages, PortalLedger ledger) {
        this.messages = messages;
        this.ledger = ledger;
    }

    /** How many messages came that name no document of the portal, or that nobody can read. */
    int strays() {
        return strays.get();
    }

    /** Takes one message; the same again changes nothing but a count, and one that nobody can read is a stray. */
    void take(byte[] edxml) throws IOException {
        try (Message message =
                messages.xml(Version.EDXML_V1).within(MessageLimits.LARGE).read(new ByteArrayInputStream(edxml))) {
            if (messages.documents().isStatus(message)) {
                note(messages.documents().readStatus(message));
            } else {
                answer(messages.documents().read(message), edxml);
            }
        } catch (BusException e) {
            if (!e.refusal().code().isClientFault()) {
                throw e;
            }
            strays.incrementAndGet();
        }
    }

    private void note(DocumentStatus status) {
        String id = documentOf(status.responseFor());
        if (id == null) {
            strays.incrementAndGet();
            return;
        }
        Bilingual meaning = status.code().meaning();
        PortalDocument.Status noted = new PortalDocument.Status(
                status.code().code(),
                meaning == null ? null : meaning.vietnamese(),
                status.description(),
                status.timestamp() == null ? null : status.timestamp().toString());
        ledger.change(id, known -> known.has(noted.code()) ? known.repeated() : ordered(known, noted));
    }

    private static PortalDocument ordered(PortalDocument known, PortalDocument.Status status) {
        boolean late = known.statuses().stream()
                .anyMatch(earlier -> ORDER.indexOf(earlier.code()) > ORDER.indexOf(status.code()));
        boolean refused = status.code().equals(PortalDocument.REFUSED);
        PortalDocument with = known.with(status);
        if (!refused && late || !refused && known.has(PortalDocument.REFUSED)) {
            return with.withFlaw("status " + status.code() + " after a later one");
        }
        return refused && known.answerId() != null ? with.withFlaw("answered and refused") : with;
    }

    private void answer(EDocument answer, byte[] edxml) throws IOException {
        String id = documentOf(answer.reply().documents());
        PortalDocument asked = id == null ? null : ledger.find(id).orElse(null);
        if (asked == null) {
            strays.incrementAndGet();
        } else if (asked.answerId() == null) {
            keep(asked, answer, edxml);
        } else if (asked.answerId().equals(answer.id())) {
            ledger.change(asked.id(), PortalDocument::repeated);
        } else {
            ledger.change(asked.id(), known -> known.withFlaw("answered twice"));
        }
    }

    private void keep(PortalDocument asked, EDocument answer, byte[] edxml) throws IOException {
        Map<String, byte[]> files = files(answer);
        ledger.write(asked.id(), ANSWER, edxml);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            ledger.write(asked.id(), file.getKey(), file.getValue());
        }
        files.put(ANSWER, edxml);
        String flaw = flaw(asked, answer, files);
        ledger.change(asked.id(), known -> {
            PortalDocument answered = known.answered(String.valueOf(answer.id()), List.copyOf(files.keySet()));
            return flaw == null ? answered : answered.withFlaw(flaw);
        });
    }

    /** The files that the portal knows by name. */
    private static Map<String, byte[]> files(EDocument answer) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Attachment attachment : answer.attachments()) {
            Content content = attachment.file();
            String name = attachment.name();
            if (content != null && (RESULTS.equals(name) || SUMMARY.equals(name))) {
                try (InputStream in = content.open()) {
                    files.put(name, in.readAllBytes());
                }
            }
        }
        return files;
    }

    private static @Nullable String flaw(PortalDocument asked, EDocument answer, Map<String, byte[]> files)
            throws IOException {
        if (!answer.from().id().equals(PortalAxis.REGISTER)) {
            return "the answer comes from somebody else";
        }
        byte[] summary = files.get(SUMMARY);
        if (summary == null || !new String(summary, StandardCharsets.ISO_8859_1).startsWith("%PDF-")) {
            return "no summary in PDF";
        }
        byte[] results = files.get(RESULTS);
        if (results == null) {
            return "no results";
        }
        JsonNode read = JSON.readTree(results);
        // Of a question that could not be read nobody knows the id.
        String questionId = read.at("/0/maYeuCau").asText(read.at("/0").has("loi") ? asked.questionId() : "");
        if (read.size() != 1 || !questionId.equals(asked.questionId())) {
            return "the results are of another question";
        }
        JsonNode number = read.at("/0/traLoi/congDan/0/soDinhDanh");
        return number.isTextual() && !number.asText().equals(asked.number()) ? "the result is of somebody else" : null;
    }

    private static @Nullable String documentOf(List<ResponseFor> named) {
        return named.stream()
                .map(ResponseFor::documentId)
                .filter(id -> id != null && !id.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
