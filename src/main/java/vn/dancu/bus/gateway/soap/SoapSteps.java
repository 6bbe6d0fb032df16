package vn.dancu.bus.gateway.soap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.cxf.common.message.CxfConstants;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageContentsList;
import vn.dancu.bus.camel.ExchangeKeys;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.population.CitizenQuery;

/** What the SOAP route does before and after it asks. */
class SoapSteps {

    private final MessageContext messages;

    SoapSteps(MessageContext messages) {
        this.messages = messages;
    }

    /** Who signed in, and the question that CXF has read. */
    void identifyCaller(Exchange exchange) {
        Message wire = exchange.getIn().getHeader(CxfConstants.CAMEL_CXF_MESSAGE, Message.class);
        SoapAttempt attempt = wire.getExchange().get(SoapAttempt.class);
        SignedIn signedIn = attempt.signedIn();
        if (signedIn == null) {
            throw new BusException(ErrorCode.CREDENTIALS_MISSING, null);
        }
        CitizenQuery query = (CitizenQuery) exchange.getIn().getBody(List.class).get(0);
        exchange.setProperty(
                ExchangeKeys.CALLER,
                new Caller(signedIn.partner(), attempt.contact(HttpSide.request(wire), onceKey(signedIn, query))));
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(query);
    }

    /** The answer's bytes for CXF and its outcome in HTTP headers; a refusal becomes a fault. */
    void answer(Exchange exchange) {
        InquiryReply reply = exchange.getMessage().getBody(InquiryReply.class);
        if (reply instanceof InquiryReply.Refused refused) {
            throw new RecordedRefusal(refused.refusal());
        }
        InquiryReply.Answered answered = (InquiryReply.Answered) reply;
        exchange.getMessage().setBody(new MessageContentsList(List.of(answered.body())));
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setHeader("Cache-Control", "no-store");
        exchange.getMessage().setHeader("X-Content-Type-Options", "nosniff");
        exchange.getMessage().setHeader("DanCu-Result-Status", answered.status().code());
        exchange.getMessage().setHeader("DanCu-Event-Id", answered.event().toString());
    }

    /**
     * The same header with the same question is the same message. The digest covers user and time but not the body, and
     * a partner that counts in seconds may ask several questions under one header; so the question belongs to the key.
     */
    private byte[] onceKey(SignedIn signedIn, CitizenQuery query) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(signedIn.digest().getBytes(StandardCharsets.US_ASCII));
            sha.update(signedIn.timestamp().getBytes(StandardCharsets.US_ASCII));
            return sha.digest(messages.populationJson().writeQuery(query));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
