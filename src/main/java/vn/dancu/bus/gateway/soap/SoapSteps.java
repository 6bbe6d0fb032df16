package vn.dancu.bus.gateway.soap;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collections;
import org.apache.camel.Exchange;
import org.apache.camel.component.cxf.common.message.CxfConstants;
import org.apache.cxf.message.Message;
import vn.dancu.bus.camel.ExchangeKeys;
import vn.dancu.bus.dialect.DialectXml;
import vn.dancu.bus.gateway.ShownCertificate;
import vn.dancu.bus.gateway.entry.EntryNotes;
import vn.dancu.bus.gateway.fault.RecordedRefusal;
import vn.dancu.bus.gateway.signature.AnswerSigning;
import vn.dancu.bus.gateway.signature.MessageGate;
import vn.dancu.bus.gateway.signature.ReadableMessage;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;

/** What the SOAP route does before and after it asks. */
class SoapSteps {

    private static final byte[] BEFORE =
            "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>"
                    .getBytes(StandardCharsets.UTF_8);
    private static final byte[] AFTER = "</soap:Body></soap:Envelope>".getBytes(StandardCharsets.UTF_8);

    private final PopulationJson json;
    private final DialectXml xml;
    private final DigestSignIn signIn;
    private final MessageGate gate;
    private final Clock clock;

    SoapSteps(MessageContext messages, DialectXml xml, DigestSignIn signIn, MessageGate gate, Clock clock) {
        this.json = messages.populationJson();
        this.xml = xml;
        this.signIn = signIn;
        this.gate = gate;
        this.clock = clock;
    }

    /** Signs the partner in by its headers, before anything of the body is read. */
    void signIn(Exchange exchange) {
        Message wire = wire(exchange);
        HttpServletRequest request = HttpSide.request(wire);
        SoapAttempt attempt = new SoapAttempt(EntryNotes.takenAt(request, clock));
        wire.getExchange().put(SoapAttempt.class, attempt);
        DigestSignIn.Claim claim = signIn.claim(Collections.list(request.getHeaders("Authorization")));
        attempt.claims(claim.partner());
        SignedIn signedIn =
                signIn.prove(claim, Collections.list(request.getHeaders("Timestamp")), attempt.receivedAt());
        attempt.signsIn(signedIn);
        EntryNotes.proved(request, signedIn.partner().id());
        signIn.requireCertificate(signedIn.partner(), ShownCertificate.of(request));
    }

    /** The question in the envelope, and who asks it. */
    void readQuestion(Exchange exchange) {
        Message wire = wire(exchange);
        SoapAttempt attempt = wire.getExchange().get(SoapAttempt.class);
        HttpServletRequest request = HttpSide.request(wire);
        SignedIn signedIn = attempt.signedIn();
        ReadableMessage message = gate.open(
                signedIn.partner().id(), request, exchange.getMessage().getBody(InputStream.class));
        CitizenQuery query = xml.of(signedIn.partner().dialect()).readEnvelope(message.content(), message.isUtf8());
        attempt.asks(query.requestId());
        byte[] once = message.onceKey() == null ? OnceKey.of(signedIn, query, json) : message.onceKey();
        exchange.setProperty(ExchangeKeys.CALLER, new Caller(signedIn.partner(), attempt.contact(request, once)));
        exchange.getMessage().setBody(query);
    }

    /** The envelope of the answer, complete before its first byte leaves; a refusal becomes a fault. */
    void writeAnswer(Exchange exchange) {
        InquiryReply reply = exchange.getMessage().getBody(InquiryReply.class);
        if (reply instanceof InquiryReply.Refused refused) {
            throw new RecordedRefusal(refused.refusal());
        }
        InquiryReply.Answered answered = (InquiryReply.Answered) reply;
        ByteArrayOutputStream envelope =
                new ByteArrayOutputStream(BEFORE.length + answered.body().length + AFTER.length);
        envelope.writeBytes(BEFORE);
        envelope.writeBytes(answered.body());
        envelope.writeBytes(AFTER);
        exchange.getMessage().setBody(AnswerSigning.applied(HttpSide.request(wire(exchange)), envelope.toByteArray()));
        exchange.getMessage().setHeader(SoapBinding.STATUS, answered.status().code());
        exchange.getMessage().setHeader(SoapBinding.EVENT, answered.event().toString());
    }

    private static Message wire(Exchange exchange) {
        return exchange.getIn().getHeader(CxfConstants.CAMEL_CXF_MESSAGE, Message.class);
    }
}
