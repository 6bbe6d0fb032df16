package vn.dancu.bus.sandbox.axis;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.sandbox.SandboxAxisSettings;
import vn.dancu.bus.sandbox.SandboxAxisSettings.AxisSystem;

/** The older operations, for systems whose token is their secret. A document that came this way leaves this way. */
final class EdocVerbs {

    /** What the store calls a document of this form. */
    private static final String TYPE = "soap";

    private final AxisStore store;
    private final SandboxAxisSettings settings;

    EdocVerbs(AxisStore store, SandboxAxisSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    SoapParts answer(String operation, SoapParts call) throws IOException {
        String token = call.envelope().text("Header", "Token");
        AxisSystem system = settings.systems().stream()
                .filter(each -> each.secret().equals(token))
                .findFirst()
                .orElse(null);
        if (system == null) {
            return failed("Invalid Credentials");
        }
        return switch (operation) {
            case "SendDocument" -> send(system, call);
            case "GetPendingDocumentIds" -> pending(system);
            case "GetDocument" -> document(system, call);
            case "ConfirmReceived" -> confirm(system, call);
            case "GetTraces" -> traces(system, call);
            case "UpdateTraces" -> update(system, call);
            case "GetOrganizations" -> organizations();
            case "CheckPermission" -> done();
            default -> failed("M." + operation);
        };
    }

    private static SoapParts done() {
        return SoapParts.of(MockEnvelope.report(null));
    }

    private static SoapParts failed(String code) {
        return SoapParts.of(MockEnvelope.report(code));
    }

    private SoapParts send(AxisSystem system, SoapParts call) throws IOException {
        MockEnvelope sent = call.envelope();
        String from = sent.text("MessageHeader", "From", "OrganId");
        String to = sent.text("MessageHeader", "To", "OrganId");
        if (from == null || to == null) {
            return failed(from == null ? "N.MessageHeader.From" : "N.MessageHeader.To");
        }
        if (!store.agencies().belongs(from, system)) {
            return failed("Permission");
        }
        if (store.agencies().find(to).isEmpty()) {
            return failed("M.OrganId");
        }
        String documentId = sent.text("MessageHeader", "DocumentId");
        if (documentId != null && isThere(system, documentId)) {
            return failed("M.Exist");
        }
        String id = UUID.randomUUID().toString();
        keep(call, id, from, to, documentId);
        MockEnvelope report = MockEnvelope.report(null);
        report.add(report.body(), "DocumentId", id);
        return SoapParts.of(report);
    }

    private boolean isThere(AxisSystem system, String documentId) {
        return store.sentBy(system, null).stream()
                .anyMatch(message -> message.type().equals(TYPE) && documentId.equals(message.notation()));
    }

    /** Without the header of the sender: its token is nobody else's. */
    private void keep(SoapParts call, String id, String from, String to, @Nullable String documentId)
            throws IOException {
        MockEnvelope kept = MockEnvelope.empty();
        kept.take(call.envelope(), "MessageHeader", true);
        kept.take(call.envelope(), "TraceHeaderList", true);
        kept.take(call.envelope(), "Manifest", false);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new SoapParts(kept, call.files()).write(bytes);
        Files.write(store.file(id), bytes.toByteArray());
        String now = store.now();
        String hash = Sha256.hex(bytes.toByteArray());
        store.sent(List.of(new StoredMessage(
                id, id, TYPE, from, to, hash, bytes.size(), null, documentId, now, StoredMessage.NEW, "", now)));
    }

    private SoapParts pending(AxisSystem system) {
        MockEnvelope report = MockEnvelope.report(null);
        store.waiting(system, message -> message.type().equals(TYPE))
                .forEach(message -> report.add(report.body(), "DocumentId", message.docId()));
        return SoapParts.of(report);
    }

    private SoapParts document(AxisSystem system, SoapParts call) throws IOException {
        StoredMessage message =
                store.find(system, call.envelope().text("Body", "DocumentId")).orElse(null);
        if (message == null) {
            return failed("M.GetDocument");
        }
        try (InputStream in = store.open(message)) {
            return SoapParts.read(in, SoapParts.CONTENT_TYPE);
        }
    }

    private SoapParts confirm(AxisSystem system, SoapParts call) {
        StoredMessage message =
                store.find(system, call.envelope().text("Body", "DocumentId")).orElse(null);
        if (message == null || call.envelope().text("Body", "OrganId") == null) {
            return failed("M.ConfirmReceived");
        }
        // The operation adds the trace by itself.
        store.progress(message, "done", "01");
        return done();
    }

    private SoapParts traces(AxisSystem system, SoapParts call) {
        String documentId = call.envelope().text("Body", "DocumentId");
        MockEnvelope report = MockEnvelope.report(null);
        Element list = report.add(report.body(), "TraceHeaderList", null);
        for (StoredMessage message : store.sentBy(system, documentId)) {
            if (!message.status().equals(StoredMessage.NEW)) {
                Element trace = report.add(list, "TraceHeader", null);
                report.add(trace, "OrganId", message.to());
                report.add(trace, "StatusCode", message.description());
                report.add(trace, "Timestamp", message.updated());
            }
        }
        return SoapParts.of(report);
    }

    private SoapParts update(AxisSystem system, SoapParts call) {
        String code = call.envelope().text("Body", "StatusCode");
        StoredMessage message =
                store.find(system, call.envelope().text("Body", "DocumentId")).orElse(null);
        if (message == null || code == null) {
            return failed("M.UpdateTraces");
        }
        store.traced(message, code);
        return done();
    }

    private SoapParts organizations() {
        MockEnvelope report = MockEnvelope.report(null);
        Element list = report.add(report.body(), "Organizations", null);
        for (StoredAgency agency : store.agencies().all()) {
            Element each = report.add(list, "Organization", null);
            report.add(each, "OrganId", agency.oldCode() == null ? agency.code() : agency.oldCode());
            report.add(each, "OrganName", agency.name());
        }
        return SoapParts.of(report);
    }
}
