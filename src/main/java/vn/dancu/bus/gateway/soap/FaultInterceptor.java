package vn.dancu.bus.gateway.soap;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.StaxUtils;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.ErrorTexts;
import vn.dancu.bus.message.population.PopulationXml;

/**
 * The one place of this door where a failure becomes a fault: code and occurrence in the detail element {@code Loi}, and
 * a record of every refusal that was not recorded deeper in.
 */
class FaultInterceptor extends AbstractPhaseInterceptor<Message> {

    private final Inquiries inquiries;
    private final PopulationXml messages;
    private final ErrorTexts texts;
    private final Clock clock;

    FaultInterceptor(Inquiries inquiries, PopulationXml messages, ErrorTexts texts, Clock clock) {
        super(Phase.SETUP);
        this.inquiries = inquiries;
        this.messages = messages;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public void handleMessage(Message message) {
        Throwable cause = message.getContent(Exception.class);
        RecordedRefusal recorded = FaultCauses.find(cause, RecordedRefusal.class);
        Refusal refusal = recorded != null ? recorded.refusal() : refuse(message, FaultCauses.refusal(cause));
        message.setContent(Exception.class, fault(refusal));
        // The answer is UTF-8 whatever charset the request claimed.
        message.put(Message.ENCODING, StandardCharsets.UTF_8.name());
        message.getExchange().put(Message.ENCODING, StandardCharsets.UTF_8.name());
    }

    private Refusal refuse(Message message, Refusal refusal) {
        SoapAttempt known = message.getExchange().get(SoapAttempt.class);
        SoapAttempt attempt = known != null ? known : new SoapAttempt(clock.instant());
        return inquiries.refuse(attempt.contact(request(message), null), refusal);
    }

    private static @Nullable HttpServletRequest request(Message message) {
        Message in = message.getExchange().getInMessage();
        return in == null ? null : HttpSide.request(in);
    }

    private SoapFault fault(Refusal refusal) {
        Soap11 soap = Soap11.getInstance();
        SoapFault fault = new SoapFault(
                texts.vietnamese(refusal.code()) + " / " + texts.english(refusal.code()),
                refusal.code().isClientFault() ? soap.getSender() : soap.getReceiver());
        Element detail = fault.getOrCreateDetail();
        detail.appendChild(detail.getOwnerDocument().importNode(element(messages.write(refusal)), true));
        return fault;
    }

    private static Element element(byte[] xml) {
        try {
            Document document = StaxUtils.read(new ByteArrayInputStream(xml));
            return document.getDocumentElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The message library writes well-formed XML", e);
        }
    }
}
