package vn.dancu.bus.sandbox.axis;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.sandbox.fault.Fault;
import vn.dancu.bus.sandbox.fault.FaultPlayer;
import vn.dancu.bus.sandbox.fault.MockAnswer;

/** What the axis does for a caller that is proved, verb by verb. */
final class VxpVerbs {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> PROGRESS = Set.of("processing", "done", "fail");
    private static final int DAY = 10;

    private final AxisStore store;
    private final MessageReceiver receiver;

    VxpVerbs(AxisStore store, MessageReceiver receiver) {
        this.store = store;
        this.receiver = receiver;
    }

    /**
     * @param player of the faults of the call: items and deliveries are doubled, a message is passed on unread
     * @return null where there is no such verb
     */
    @Nullable
    MockAnswer answer(String verb, SignedParameters call, InputStream body, FaultPlayer player) throws IOException {
        int copies = player.is(Fault.Kind.DUPLICATE) ? 2 : 1;
        return switch (verb) {
            case "getReceivedEdocList" -> AxisAnswer.list(json -> received(json, call, copies));
            case "getSentEdocList" -> AxisAnswer.list(json -> sent(json, call));
            case "getEdoc" -> document(call);
            case "downloadEdoc" -> bytes(call);
            case "updateStatus" -> updateStatus(call);
            case "sendEdoc" ->
                AxisAnswer.ok(
                        receiver.receive(
                                MessageReceiver.Envelope.of(call), body, copies, !player.is(Fault.Kind.UNREAD)),
                        json -> {});
            case "countReceiveEdoc" ->
                AxisAnswer.count(store.waiting(call.system(), ofType("edoc")).size());
            case "countReceiveStatus" ->
                AxisAnswer.count(store.waiting(call.system(), ofType("status")).size());
            case "getAgenciesList" -> AxisAnswer.list(json -> agencies(json, false));
            case "getAgenciesListQD20" -> AxisAnswer.list(json -> agencies(json, true));
            case "getSynchronizeUnit" -> AxisAnswer.list(this::units);
            case "registerAgency" -> register(call, body);
            case "deleteAgency" -> delete(call);
            default -> null;
        };
    }

    private static Predicate<StoredMessage> ofType(String type) {
        return message -> message.type().equals(type);
    }

    private void received(JsonGenerator json, SignedParameters call, int copies) throws IOException {
        String type = call.get("messagetype");
        String from = call.get("fromDate");
        String to = call.get("toDate");
        Predicate<StoredMessage> wanted = message -> (type == null || type.equals(message.type()))
                && (from == null || message.created().substring(0, DAY).compareTo(from) >= 0)
                && (to == null || message.created().substring(0, DAY).compareTo(to) <= 0);
        for (StoredMessage message : store.waiting(call.system(), wanted)) {
            for (int i = 0; i < copies; i++) {
                json.writeStartObject();
                json.writeStringField("docId", message.docId());
                json.writeStringField("serviceType", "eDoc");
                json.writeStringField("messageType", message.type());
                json.writeStringField("created_time", message.created());
                json.writeStringField("updated_time", message.updated());
                json.writeStringField("from", message.from());
                json.writeStringField("to", message.to());
                json.writeStringField("status", message.status());
                json.writeStringField("status_desc", message.description());
                json.writeStringField("contentSha256", message.sha256());
                json.writeNumberField("contentLength", message.length());
                json.writeEndObject();
            }
        }
    }

    private void sent(JsonGenerator json, SignedParameters call) throws IOException {
        String type = call.get("messagetype");
        for (StoredMessage message : store.sentBy(call.system(), call.get("docId"))) {
            if (type != null && !type.equals(message.type())) {
                continue;
            }
            json.writeStartObject();
            json.writeStringField("senderDocId", message.senderDocId());
            json.writeStringField("fromCode", message.from());
            json.writeStringField("sendStatus", "done");
            json.writeStringField("sendStatusDesc", "");
            json.writeStringField("sentTime", message.created());
            json.writeStringField("receiverDocId", message.docId());
            json.writeStringField("toCode", message.to());
            json.writeStringField("receiveStatus", message.status());
            json.writeStringField("receiveStatusDesc", message.description());
            json.writeStringField("receivedTime", message.updated());
            json.writeStringField("messageType", message.type());
            json.writeStringField("title", message.title());
            json.writeStringField("notation", message.notation());
            json.writeEndObject();
        }
    }

    private StoredMessage message(SignedParameters call) {
        return store.find(call.system(), call.get("docId"))
                .orElseThrow(() -> new AxisRefusal(AxisRefusal.NOT_PROCESSED, "There is no such message"));
    }

    private MockAnswer document(SignedParameters call) {
        StoredMessage message = message(call);
        return AxisAnswer.ok(message.docId(), json -> {
            json.writeFieldName("data");
            try (InputStream in = store.open(message)) {
                json.writeBinary(in, -1);
            }
        });
    }

    private MockAnswer bytes(SignedParameters call) {
        StoredMessage message = message(call);
        return MockAnswer.of("application/octet-stream", out -> {
            try (InputStream in = store.open(message)) {
                in.transferTo(out);
            }
        });
    }

    private MockAnswer updateStatus(SignedParameters call) {
        String status = call.get("status");
        if (status == null || !PROGRESS.contains(status)) {
            throw new AxisRefusal(AxisRefusal.NOT_PROCESSED, "status is processing, done or fail");
        }
        String description = call.get("description");
        store.progress(message(call), status, description == null ? "" : description);
        return AxisAnswer.ok();
    }

    private void agencies(JsonGenerator json, boolean newer) throws IOException {
        for (StoredAgency agency : store.agencies().all()) {
            json.writeStartObject();
            write(json, agency, newer || agency.oldCode() == null ? agency.code() : agency.oldCode());
            json.writeEndObject();
        }
    }

    private void units(JsonGenerator json) throws IOException {
        for (StoredAgency agency : store.agencies().changes()) {
            json.writeStartObject();
            write(json, agency, agency.code());
            json.writeStringField("centerCode", agency.code().substring(0, 3));
            json.writeStringField("version", Long.toString(agency.version()));
            json.writeBooleanField("deleted", agency.deleted());
            json.writeStringField("modifyDate", agency.modified());
            json.writeBooleanField("isAgency", true);
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, StoredAgency agency, String code) throws IOException {
        json.writeStringField("id", Long.toString(agency.id()));
        json.writeStringField("pid", agency.parent() == null ? "" : Long.toString(agency.parent()));
        json.writeStringField("code", code);
        json.writeStringField("name", agency.name());
        json.writeStringField("mail", agency.mail() == null ? "" : agency.mail());
        json.writeStringField("oldCode", agency.oldCode() == null ? "" : agency.oldCode());
        json.writeStringField("code102", agency.oldCode() == null ? agency.code() : agency.oldCode());
    }

    private MockAnswer register(SignedParameters call, InputStream body) throws IOException {
        JsonNode asked = JSON.readTree(body);
        String code = asked.path("code").asText();
        String parent = asked.path("pcode").asText();
        if (!AgencyCode.isValid(code) || asked.path("name").asText().isBlank()) {
            throw new AxisRefusal(AxisRefusal.NOT_PROCESSED, "An agency has a code and a name");
        }
        if (!parent.isEmpty() && !store.agencies().belongs(parent, call.system())) {
            throw new AxisRefusal(AxisRefusal.SENDER_NOT_REGISTERED, "The agency above it is not of this system");
        }
        StoredAgency known = store.agencies().find(code).orElse(null);
        if (known != null && !call.system().id().equals(known.system())) {
            throw new AxisRefusal(AxisRefusal.NOT_PROCESSED, "Another system has this agency");
        }
        store.changed(store.agencies()
                .made(
                        call.system().id(),
                        AgencyCode.of(code),
                        asked.path("name").asText(),
                        asked.path("mail").asText()));
        return AxisAnswer.ok();
    }

    private MockAnswer delete(SignedParameters call) {
        String code = call.get("AgencyCode");
        StoredAgency agency = store.agencies()
                .find(code)
                .filter(known -> call.system().id().equals(known.system()))
                .orElseThrow(
                        () -> new AxisRefusal(AxisRefusal.NOT_PROCESSED, "There is no such agency of this system"));
        StoredAgency made =
                store.agencies().made(agency.system(), new AgencyCode(agency.code()), agency.name(), agency.mail());
        store.changed(new StoredAgency(
                agency.id(),
                agency.parent(),
                agency.system(),
                agency.code(),
                agency.oldCode(),
                agency.name(),
                agency.mail(),
                made.version(),
                true,
                store.now().substring(0, DAY)));
        return AxisAnswer.ok();
    }
}
