package vn.dancu.bus.gateway.xroad;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.camel.ExchangeKeys;
import vn.dancu.bus.dialect.DialectXml;
import vn.dancu.bus.gateway.CallerHeaders;
import vn.dancu.bus.gateway.entry.EntryNotes;
import vn.dancu.bus.gateway.fault.RecordedRefusal;
import vn.dancu.bus.gateway.xroad.provider.Metaservices;
import vn.dancu.bus.gateway.xroad.provider.SoapAnswer;
import vn.dancu.bus.gateway.xroad.provider.XRoadProvider;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.xroad.SoapPart;
import vn.dancu.bus.message.xroad.XRoadEnvelopeWriter;
import vn.dancu.bus.message.xroad.XRoadEnvelopes;
import vn.dancu.bus.message.xroad.XRoadId;
import vn.dancu.bus.message.xroad.XRoadMessage;

/** The steps of a message of X-Road over SOAP. */
class XRoadSteps {

    static final String ATTEMPT = "DanCuXRoadAttempt";

    private static final String NAMESPACE = "http://dancuquocgia.bca";
    private static final String XML = "text/xml;charset=UTF-8";

    private final CallerGate gate;
    private final XRoadProvider provider;
    private final DialectXml xml;
    private final Metaservices metaservices;
    private final XRoadEnvelopes envelopes = new XRoadEnvelopes();
    private final XRoadEnvelopeWriter writer = new XRoadEnvelopeWriter();

    XRoadSteps(CallerGate gate, XRoadProvider provider, DialectXml xml, Metaservices metaservices) {
        this.gate = gate;
        this.provider = provider;
        this.xml = xml;
        this.metaservices = metaservices;
    }

    /** A registered security server and nobody else, before a byte of the body is read. */
    void requireServer(Exchange exchange) {
        gate.requireServer(attempt(exchange).request());
    }

    /** The header, and which partner its client stands for. */
    void readHeader(Exchange exchange) {
        XRoadAttempt attempt = attempt(exchange);
        byte[] body = body(attempt.request());
        byte[] message = SoapPart.of(attempt.request().getContentType(), body);
        XRoadMessage envelope = envelopes.read(message);
        attempt.brings(message, envelope);
        requireFit("Header/issue", envelope.header().issue());
        requireFit("Header/representedParty", envelope.representedParty());
        if (Metaservices.isOne(envelope.header().service())) {
            attempt.asksAboutNobody();
        }
        attempt.isOf(gate.partner(envelope.header().client(), "Header/client"));
        EntryNotes.proved(attempt.request(), attempt.partner().id());
        provider.require(service(envelope));
    }

    /** What goes into the record and to the policy is refused where it is not fit, as at every other door, and not left out. */
    private static void requireFit(String field, @Nullable String value) {
        Refusal flaw = CallerHeaders.flaw(field, value);
        if (flaw != null) {
            throw new BusException(flaw);
        }
    }

    /** A client that hangs up is no fault of the bus. */
    private static byte[] body(HttpServletRequest request) {
        try {
            return request.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new BusException(ErrorCode.MESSAGE_MALFORMED, e);
        }
    }

    boolean isMetaservice(Exchange exchange) {
        return attempt(exchange).isMetaservice();
    }

    /** The question; the name of its element begins with the code of the service that the header names. */
    void readQuestion(Exchange exchange) {
        XRoadAttempt attempt = attempt(exchange);
        XRoadMessage envelope = attempt.envelope();
        String code = Objects.requireNonNull(service(envelope).code());
        PopulationOperation operation = XRoadProvider.operation(code);
        CitizenQuery query = envelope.body().startsWith(code)
                ? envelopes.body(attempt.message(), xml.of(attempt.partner().dialect())::readQuery)
                : null;
        if (query == null || query.operation() != operation) {
            throw BusException.of(ErrorCode.MESSAGE_INVALID, "Body", "an element of the service that the header names");
        }
        attempt.asks(query);
        exchange.setProperty(ExchangeKeys.CALLER, attempt.caller());
        exchange.getMessage().setBody(query);
    }

    /** The envelope of the answer: all header blocks of the question, and the answer inside serviceCode + Response. */
    void writeAnswer(Exchange exchange) {
        InquiryReply reply = exchange.getMessage().getBody(InquiryReply.class);
        if (reply instanceof InquiryReply.Refused refused) {
            throw new RecordedRefusal(refused.refusal());
        }
        InquiryReply.Answered answered = (InquiryReply.Answered) reply;
        XRoadAttempt attempt = attempt(exchange);
        String name = service(attempt.envelope()).code() + "Response";
        ByteArrayOutputStream content = new ByteArrayOutputStream(answered.body().length + 160);
        content.writeBytes(("<dan:" + name + " xmlns:dan=\"" + NAMESPACE + "\">").getBytes(StandardCharsets.UTF_8));
        content.writeBytes(answered.body());
        content.writeBytes(("</dan:" + name + ">").getBytes(StandardCharsets.UTF_8));
        attempt.isAnswered(answered, new SoapAnswer(XML, writer.answer(attempt.envelope(), content.toByteArray())));
    }

    /** The answer of listMethods, allowedMethods or getWsdl. */
    void answerMetaservice(Exchange exchange) {
        XRoadAttempt attempt = attempt(exchange);
        attempt.isAnswered(
                null, metaservices.answer(attempt.envelope(), attempt.partner().id(), writer));
    }

    private static XRoadId service(XRoadMessage envelope) {
        XRoadId service = envelope.header().service();
        if (service == null) {
            throw BusException.of(ErrorCode.FIELD_MISSING, "Header/service", "required: there is no central service");
        }
        return service;
    }

    private static XRoadAttempt attempt(Exchange exchange) {
        return exchange.getProperty(ATTEMPT, XRoadAttempt.class);
    }
}
