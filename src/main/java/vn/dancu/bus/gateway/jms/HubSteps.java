package vn.dancu.bus.gateway.jms;

import jakarta.jms.JMSException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.jms.JmsConstants;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.CitizenQuery;

/**
 * The verbs that hub routes call on the bean {@code gateway}. Each leaves on the exchange the body, the headers and the
 * destination of the message that the next {@code to} sends.
 */
class HubSteps {

    static final String DOOR = "jms";

    /** Set by the route: the partner whose queue it serves. */
    static final String PARTNER = "DanCuPartner";

    /** Set for the route: the message could not be read, and belongs into the dead-letter queue as well. */
    static final String UNREADABLE = "DanCuUnreadable";

    static final String ERROR_CODE = "DanCuErrorCode";
    private static final String MESSAGE = "DanCuHubMessage";
    private static final String REFUSAL = "DanCuRefusal";

    private final Inquiries inquiries;
    private final HubFormats formats;
    private final JmsSettings settings;
    private final Clock clock;

    HubSteps(Inquiries inquiries, HubFormats formats, JmsSettings settings, Clock clock) {
        this.inquiries = inquiries;
        this.formats = formats;
        this.settings = settings;
        this.clock = clock;
    }

    /** Answers the request or refuses it; throws only where trying again can help. */
    public void answerHub(Exchange exchange) throws JMSException {
        HubMessage message = taken(exchange);
        CitizenQuery query;
        try {
            query = read(message);
        } catch (BusException e) {
            inquiries.refuse(contact(message), e.refusal());
            exchange.setProperty(UNREADABLE, true);
            sayNo(exchange, message, e.refusal());
            return;
        }
        InquiryReply reply = inquiries.ask(contact(message), query, formats.encoder(message));
        if (reply instanceof InquiryReply.Answered answered) {
            Message out = reply(exchange, message, answered.body());
            out.setHeader("DanCuResultStatus", answered.status().code());
            out.setHeader("DanCuEventId", answered.event().toString());
            return;
        }
        Refusal refusal = ((InquiryReply.Refused) reply).refusal();
        if (!refusal.code().isClientFault()) {
            throw new BusException(refusal);
        }
        sayNo(exchange, message, refusal);
    }

    /** After the last try: tells the asker that the bus could not do its work. */
    public void apologise(Exchange exchange) {
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        sayNo(
                exchange,
                exchange.getProperty(MESSAGE, HubMessage.class),
                cause instanceof BusException known ? known.refusal() : Refusal.of(ErrorCode.INTERNAL_ERROR));
    }

    /** Makes the dead letter: the content as it came, and the cause in headers. */
    public void bury(Exchange exchange) {
        HubMessage message = exchange.getProperty(MESSAGE, HubMessage.class);
        Message out = prepared(exchange, message, message.content());
        out.setHeader(JmsConstants.JMS_DESTINATION_NAME, "dancu.hub." + message.partner() + ".dlq");
        causes(out, exchange.getProperty(REFUSAL, Refusal.class));
        out.setHeader("DanCuOriginalMessageId", message.messageId());
        out.setHeader("DanCuFailedAt", clock.instant().toString());
    }

    private HubMessage taken(Exchange exchange) throws JMSException {
        HubMessage before = exchange.getProperty(MESSAGE, HubMessage.class);
        if (before != null) {
            return before; // a new try
        }
        HubMessage message = HubMessage.take(
                exchange.getIn().getBody(jakarta.jms.Message.class),
                new PartnerId(exchange.getProperty(PARTNER, String.class)),
                settings.maxMessage().toBytes(),
                clock.instant());
        exchange.setProperty(MESSAGE, message);
        return message;
    }

    private CitizenQuery read(HubMessage message) {
        if (message.flaw() != null) {
            throw new BusException(message.flaw());
        }
        return formats.read(message);
    }

    private void sayNo(Exchange exchange, HubMessage message, Refusal refusal) {
        exchange.setProperty(REFUSAL, refusal);
        causes(reply(exchange, message, formats.write(message, refusal)), refusal);
    }

    private static Message reply(Exchange exchange, HubMessage message, byte[] body) {
        Message out = prepared(exchange, message, body);
        if (message.replyTo() != null) {
            out.setHeader(JmsConstants.JMS_DESTINATION, message.replyTo());
        } else {
            out.setHeader(JmsConstants.JMS_DESTINATION_NAME, "dancu.hub." + message.partner() + ".out");
        }
        return out;
    }

    /** Nothing that the hub sent in a header goes on: only what is set here. */
    private static Message prepared(Exchange exchange, HubMessage message, byte[] body) {
        Message out = exchange.getMessage();
        out.removeHeaders("*");
        out.setBody(message.text() ? new String(body, StandardCharsets.UTF_8) : body);
        out.setHeader(JmsConstants.JMS_HEADER_CORRELATION_ID, message.correlationId());
        return out;
    }

    private static void causes(Message out, Refusal refusal) {
        out.setHeader(ERROR_CODE, refusal.code().code());
        out.setHeader("DanCuOccurrence", refusal.occurrence().toString());
        if (refusal.field() != null) {
            out.setHeader("DanCuErrorField", refusal.field());
        }
        if (refusal.rule() != null) {
            out.setHeader("DanCuErrorRule", refusal.rule());
        }
    }

    private static InquiryOrigin contact(HubMessage message) {
        return new InquiryOrigin(
                DOOR,
                message.partner(),
                null,
                message.messageId(),
                message.receivedAt(),
                message.content().length,
                null,
                message.traits());
    }
}
