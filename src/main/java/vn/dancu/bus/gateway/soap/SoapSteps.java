package vn.dancu.bus.gateway.soap;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.cxf.common.message.CxfConstants;
import org.apache.cxf.message.Message;
import org.apache.cxf.message.MessageContentsList;
import vn.dancu.bus.gateway.PartnerXml;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationXml;

/** The step of the SOAP route: hands the question to the inquiry room and takes back what may leave. */
class SoapSteps {

    private final Inquiries inquiries;
    private final PartnerXml partners;
    private final MessageContext messages;

    SoapSteps(Inquiries inquiries, PartnerXml partners, MessageContext messages) {
        this.inquiries = inquiries;
        this.partners = partners;
        this.messages = messages;
    }

    void answer(Exchange exchange) {
        Message wire = exchange.getIn().getHeader(CxfConstants.CAMEL_CXF_MESSAGE, Message.class);
        SoapAttempt attempt = wire.getExchange().get(SoapAttempt.class);
        SignedIn signedIn = attempt.signedIn();
        if (signedIn == null) {
            throw new BusException(ErrorCode.CREDENTIALS_MISSING, null);
        }
        CitizenQuery query = (CitizenQuery) exchange.getIn().getBody(List.class).get(0);
        PopulationXml xml = partners.of(signedIn.partner());
        InquiryReply reply =
                inquiries.ask(attempt.contact(HttpSide.request(wire), onceKey(signedIn, query)), query, xml::write);
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
