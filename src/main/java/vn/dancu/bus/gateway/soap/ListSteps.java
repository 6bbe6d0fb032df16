package vn.dancu.bus.gateway.soap;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.component.cxf.common.message.CxfConstants;
import org.apache.cxf.message.Message;
import vn.dancu.bus.audit.AuditRecord;
import vn.dancu.bus.audit.AuditTrail;
import vn.dancu.bus.audit.Receipt;
import vn.dancu.bus.gateway.CallerHeaders;
import vn.dancu.bus.gateway.Door;
import vn.dancu.bus.gateway.RequestSize;
import vn.dancu.bus.gateway.signature.AnswerSigning;
import vn.dancu.bus.gateway.signature.MessageGate;
import vn.dancu.bus.gateway.signature.ReadableMessage;
import vn.dancu.bus.gateway.soap.ListMessages.ListCall;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.listing.ListRequests;
import vn.dancu.bus.message.population.ResultStatus;

/** What the SOAP route of lists does once its partner is signed in: answers, and records the answer before it leaves. */
class ListSteps {

    private final ListMessages messages;
    private final ListRequests requests;
    private final ListAnswers answers;
    private final AuditTrail trail;
    private final MessageGate gate;
    private final Clock clock;

    ListSteps(ListMessages messages, ListRequests requests, AuditTrail trail, MessageGate gate, Clock clock) {
        this.messages = messages;
        this.requests = requests;
        this.answers = new ListAnswers(requests);
        this.trail = trail;
        this.gate = gate;
        this.clock = clock;
    }

    void answer(Exchange exchange) {
        Message wire = exchange.getIn().getHeader(CxfConstants.CAMEL_CXF_MESSAGE, Message.class);
        SoapAttempt attempt = wire.getExchange().get(SoapAttempt.class);
        HttpServletRequest request = HttpSide.request(wire);
        SignedIn signedIn = attempt.signedIn();
        ReadableMessage message = gate.open(
                signedIn.partner().id(), request, exchange.getMessage().getBody(InputStream.class));
        byte[] asked = bytes(message.content());
        ListCall call = messages.read(new ByteArrayInputStream(asked), message.isUtf8());
        String reference = call.value("MaYeuCau");
        if (reference != null) {
            attempt.asks(reference);
        }
        signedIn.partner().objection().ifPresent(code -> {
            throw BusException.of(code);
        });
        InquiryOrigin.Traits traits = CallerHeaders.of(request);
        UUID event = UUID.randomUUID();
        byte[] onceKey = message.onceKey() == null ? onceKey(signedIn, asked) : message.onceKey();
        // What a message does that was answered before is undone with its refusal: a repetition uses up no download.
        byte[] answer = requests.together(() -> {
            byte[] made = answers.answer(signedIn.partner(), call, traits.issue());
            record(event, call, attempt, traits, new long[] {RequestSize.of(request), made.length}, onceKey);
            return made;
        });
        exchange.getMessage().setBody(AnswerSigning.applied(request, answer));
        exchange.getMessage().setHeader(SoapBinding.STATUS, ResultStatus.FOUND.code());
        exchange.getMessage().setHeader(SoapBinding.EVENT, event.toString());
    }

    /** The people of a list are recorded with the list; this is the record of the message. */
    private void record(
            UUID event, ListCall call, SoapAttempt attempt, InquiryOrigin.Traits traits, long[] sizes, byte[] onceKey) {
        AuditRecord record = new AuditRecord(
                event,
                new AuditRecord.Who(
                        attempt.signedIn().partner().id().value(), call.value("MaCanBo"), call.value("MaDVC"), null),
                new AuditRecord.What(new ServiceCode(call.operation()), Set.of(), Set.of(), 0, null),
                null,
                new AuditRecord.How(
                        Door.SOAP.code(),
                        call.value("MaYeuCau") == null ? call.value("Id") : call.value("MaYeuCau"),
                        sizes[0],
                        sizes[1],
                        attempt.receivedAt(),
                        clock.instant(),
                        new AuditRecord.Trace(
                                traits.issue(),
                                traits.representedParty(),
                                null,
                                null,
                                traits.clientAddress(),
                                null,
                                null,
                                null)),
                ResultStatus.FOUND.code(),
                null,
                onceKey);
        if (trail.append(record) == Receipt.ALREADY_RECORDED) {
            throw BusException.of(ErrorCode.REQUEST_REPLAYED);
        }
    }

    /** The same header with the same body is the same message. */
    private static byte[] onceKey(SignedIn signedIn, byte[] asked) {
        MessageDigest key = Sha256.digest();
        key.update((signedIn.digest() + "\n" + signedIn.timestamp() + "\n").getBytes(StandardCharsets.UTF_8));
        return key.digest(asked);
    }

    private static byte[] bytes(InputStream body) {
        try (body) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
