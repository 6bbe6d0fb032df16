package vn.dancu.bus.document.axis.edoc;

import java.io.IOException;
import java.io.InputStream;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.dancu.bus.document.AxisSettings.Account;
import vn.dancu.bus.document.axis.AgencyForm;
import vn.dancu.bus.document.axis.AgencyRegistration;
import vn.dancu.bus.document.axis.AxisContent;
import vn.dancu.bus.document.axis.AxisFailure;
import vn.dancu.bus.document.axis.AxisFailure.Kind;
import vn.dancu.bus.document.axis.AxisMessageType;
import vn.dancu.bus.document.axis.AxisProgress;
import vn.dancu.bus.document.axis.AxisTransport;
import vn.dancu.bus.document.axis.AxisVerb;
import vn.dancu.bus.document.axis.DocumentSpool;
import vn.dancu.bus.document.axis.SendReceipt;
import vn.dancu.bus.document.axis.call.AxisCalls;
import vn.dancu.bus.document.axis.call.AxisHttp;
import vn.dancu.bus.document.axis.call.DeadlineStream;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.axis.Agency;
import vn.dancu.bus.message.axis.ReceivedItem;
import vn.dancu.bus.message.axis.SentStatus;
import vn.dancu.bus.message.axis.SynchronizedUnit;
import vn.dancu.bus.message.document.DocumentStatus;
import vn.dancu.bus.message.document.ResponseFor;

/**
 * The axis over the operations of e-doc. It knows no statuses as messages of their own: they are traces of a document. What it has
 * no operation for is refused.
 */
public final class EdocTransport implements AxisTransport {

    /** What the bus calls itself there. */
    public static final String USER_AGENT = "DanCu-Bus";

    private static final String EXISTS = "M.Exist";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm:ss", Locale.ROOT);

    private final Account account;
    private final AxisHttp http;
    private final AxisCalls calls;
    private final EdocDocuments documents;

    public EdocTransport(Account account, AxisHttp http, AxisCalls calls, MessageContext messages) {
        this.account = account;
        this.http = http;
        this.calls = calls;
        this.documents = new EdocDocuments(messages);
    }

    /** What is done with the answer to a call. */
    private interface Reader<T> {
        T read(EdocParts parts) throws IOException;
    }

    @Override
    public List<ReceivedItem> received(AxisMessageType type) {
        if (type == AxisMessageType.STATUS) {
            return List.of();
        }
        EdocEnvelope envelope = envelope();
        envelope.add(envelope.addToBody("GetPendingDocumentIdsRequest"), "OrganId", account.agency());
        return calls.run(
                AxisVerb.RECEIVED,
                () -> call("GetPendingDocumentIds", envelope, Map.of(), parts -> {
                    requireReport(parts, "GetPendingDocumentIds");
                    return parts.envelope().all("DocumentId").stream()
                            .map(id -> item(id.getTextContent().strip()))
                            .toList();
                }));
    }

    private ReceivedItem item(String docId) {
        return new ReceivedItem(
                null,
                docId,
                new ReceivedItem.State(null, null, null, null),
                AxisMessageType.EDOC.word(),
                null,
                null,
                account.agency(),
                new ReceivedItem.Size(null, null),
                List.of());
    }

    @Override
    public InputStream get(String docId) {
        EdocEnvelope envelope = envelope();
        envelope.add(envelope.addToBody("GetDocumentRequest"), "DocumentId", docId);
        return calls.run(
                AxisVerb.GET,
                () -> call("GetDocument", envelope, Map.of(), parts -> {
                    if (parts.envelope().all("MessageHeader").isEmpty()) {
                        throw AxisFailure.of(Kind.UNREADABLE, "GetDocument", "a MessageHeader", null);
                    }
                    DocumentSpool spool = new DocumentSpool(Long.MAX_VALUE);
                    try {
                        documents.toEdxml(parts, docId, spool);
                        return spool.openLast();
                    } catch (IOException | RuntimeException e) {
                        spool.close();
                        throw e;
                    }
                }));
    }

    @Override
    public SendReceipt send(AxisContent content, String from, List<String> to, AxisMessageType type) {
        return calls.run(AxisVerb.SEND, () -> {
            try {
                return documents.read(
                        content,
                        message -> type == AxisMessageType.STATUS
                                ? sendTrace(documents.status(message))
                                : sendDocument(message));
            } catch (IOException e) {
                throw AxisFailure.of(Kind.UNAVAILABLE, "SendDocument", "a document that can be read", e);
            }
        });
    }

    private SendReceipt sendDocument(vn.dancu.bus.message.Message message) throws IOException {
        EdocEnvelope envelope = envelope();
        Map<String, Content> files = documents.fill(envelope, message);
        String own = message.get("edXMLEnvelope/edXMLHeader/MessageHeader/DocumentId")
                .orElse("");
        try {
            return call("SendDocument", envelope, files, parts -> {
                requireReport(parts, "SendDocument");
                String docId = parts.envelope().text("DocumentId");
                return new SendReceipt(docId == null || docId.isEmpty() ? own : docId);
            });
        } catch (AxisFailure failure) {
            // An earlier attempt, whose answer was lost, has brought it there.
            if (EXISTS.equals(failure.axisCode())) {
                return new SendReceipt(own);
            }
            throw failure;
        }
    }

    private SendReceipt sendTrace(DocumentStatus status) {
        String docId = status.responseFor().stream()
                .map(ResponseFor::documentId)
                .findFirst()
                .orElse("");
        EdocEnvelope envelope = envelope();
        Element update = envelope.addToBody("UpdateTraces");
        envelope.add(update, "OrganId", status.from().id());
        envelope.add(update, "DocumentId", docId);
        envelope.add(update, "StatusCode", status.code().code());
        envelope.add(update, "Description", status.description());
        envelope.add(update, "Timestamp", status.timestamp() == null ? null : TIME.format(status.timestamp()));
        return call("UpdateTraces", envelope, Map.of(), parts -> {
            requireReport(parts, "UpdateTraces");
            return new SendReceipt(docId);
        });
    }

    /** There is one report of a receiver: that it is finished, which also says 01 Đã đến. */
    @Override
    public void updateStatus(String docId, AxisProgress progress, @Nullable String description) {
        if (progress == AxisProgress.PROCESSING) {
            return;
        }
        EdocEnvelope envelope = envelope();
        Element confirm = envelope.addToBody("ConfirmReceived");
        envelope.add(confirm, "OrganId", account.agency());
        envelope.add(confirm, "DocumentId", docId);
        calls.run(
                AxisVerb.UPDATE_STATUS,
                () -> call("ConfirmReceived", envelope, Map.of(), parts -> {
                    requireReport(parts, "ConfirmReceived");
                    return docId;
                }));
    }

    @Override
    public List<SentStatus> sent(AxisMessageType type, @Nullable String docId) {
        if (docId == null) {
            throw notThere("a list of what was sent");
        }
        EdocEnvelope envelope = envelope();
        envelope.add(envelope.addToBody("GetTraces"), "DocumentId", docId);
        return calls.run(
                AxisVerb.SENT,
                () -> call("GetTraces", envelope, Map.of(), parts -> {
                    requireReport(parts, "GetTraces");
                    return parts.envelope().all("TraceHeader").stream()
                            .map(trace -> sent(docId, trace))
                            .toList();
                }));
    }

    private SentStatus sent(String docId, Element trace) {
        return new SentStatus(
                new SentStatus.Side(docId, account.agency(), null, null, null),
                new SentStatus.Side(
                        docId,
                        EdocEnvelope.text(trace, "OrganId"),
                        EdocEnvelope.text(trace, "StatusCode"),
                        EdocEnvelope.text(trace, "Description"),
                        EdocEnvelope.text(trace, "Timestamp")),
                null,
                AxisMessageType.EDOC.word(),
                null,
                List.of());
    }

    @Override
    public int count(AxisMessageType type) {
        return received(type).size();
    }

    @Override
    public void agencies(AgencyForm form, Consumer<Agency> each) {
        EdocEnvelope envelope = envelope();
        envelope.add(envelope.addToBody("GetOrganizations"), "OrganId", account.agency());
        calls.run(
                AxisVerb.AGENCIES,
                () -> call("GetOrganizations", envelope, Map.of(), parts -> {
                    requireReport(parts, "GetOrganizations");
                    for (Element organization : parts.envelope().all("Organization")) {
                        String code = EdocEnvelope.text(organization, "OrganId");
                        if (code != null && !code.isEmpty()) {
                            each.accept(new Agency(
                                    null,
                                    null,
                                    code,
                                    EdocEnvelope.text(organization, "OrganName"),
                                    EdocEnvelope.text(organization, "Email"),
                                    null,
                                    null,
                                    List.of()));
                        }
                    }
                    return form;
                }));
    }

    @Override
    public void synchronizedUnits(Consumer<SynchronizedUnit> each) {
        throw notThere("changes of agencies");
    }

    @Override
    public void register(AgencyRegistration agency) {
        throw notThere("registrations");
    }

    @Override
    public void delete(String agencyCode) {
        throw notThere("deletions");
    }

    private static AxisFailure notThere(String what) {
        return AxisFailure.of(Kind.REFUSED, "edoc", "an axis that has " + what, null);
    }

    private EdocEnvelope envelope() {
        return EdocEnvelope.of(account.credentials().secret());
    }

    /** An answer without a report says nothing, also not that a list is empty. */
    private static void requireReport(EdocParts parts, String operation) {
        if (parts.envelope().all("Report").isEmpty()) {
            throw AxisFailure.of(Kind.UNREADABLE, operation, "a Report", null);
        }
    }

    private <T> T call(String operation, EdocEnvelope envelope, Map<String, Content> files, Reader<T> reader) {
        try {
            HttpPost request = new HttpPost(account.endpoint());
            request.setHeader("SOAPAction", operation);
            EdocRequest.of(envelope.bytes(), files).addTo(request);
            try (ClassicHttpResponse response = http.open(request)) {
                return answer(operation, response, reader);
            }
        } catch (BusException e) {
            throw e;
        } catch (IOException e) {
            throw AxisFailure.of(Kind.UNAVAILABLE, operation, "an answer in time", e);
        }
    }

    private <T> T answer(String operation, ClassicHttpResponse response, Reader<T> reader) throws IOException {
        HttpEntity entity = response.getEntity();
        String type = entity == null ? null : entity.getContentType();
        if (response.getCode() == 401 || response.getCode() == 403) {
            throw AxisFailure.of(Kind.ACCOUNT, operation, "HTTP status 200, not " + response.getCode(), null);
        }
        if (type == null || !type.startsWith("multipart/related") && !type.startsWith("text/xml")) {
            throw AxisFailure.of(
                    response.getCode() == 200 ? Kind.UNREADABLE : Kind.UNAVAILABLE, operation, "a SOAP message", null);
        }
        try (EdocParts parts = EdocParts.read(
                new DeadlineStream(entity.getContent(), account.http().callTimeout()),
                type,
                account.maxDocument().toBytes())) {
            String code = failure(parts.envelope());
            if (code != null) {
                throw AxisFailure.of(kind(code), operation, code);
            }
            return reader.read(parts);
        }
    }

    /** The code of a report of failure or of a fault; null where there is neither. */
    private static @Nullable String failure(EdocEnvelope envelope) {
        String success = envelope.text("IsSuccess");
        boolean failed = success != null && !success.equalsIgnoreCase("true") && !success.equals("1");
        if (!failed && envelope.text("faultcode") == null) {
            return null;
        }
        String code = envelope.all("Error").isEmpty()
                ? null
                : EdocEnvelope.text(envelope.all("Error").get(0), "Code");
        return code == null || code.isEmpty() ? "none" : code.replace(' ', '_');
    }

    private static Kind kind(String code) {
        if (code.equals("Permission") || code.equals("CheckPermission") || code.equals("Invalid_Credentials")) {
            return Kind.ACCOUNT;
        }
        return code.matches("[NRM]\\..+|CheckSignature") ? Kind.REFUSED : Kind.UNAVAILABLE;
    }
}
