package vn.dancu.bus.camel.sms;

import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import vn.dancu.bus.camel.delivery.DeliveryHeaders;
import vn.dancu.bus.delivery.Attempt;
import vn.dancu.bus.delivery.SendFailure;
import vn.dancu.bus.sms.OutboundTexts;
import vn.dancu.bus.sms.PhoneNumber;
import vn.dancu.bus.sms.SegmentedText;
import vn.dancu.bus.sms.SmscConnections;

/** Submits the parts of a text of the outbox to its operator. */
final class SubmitProducer extends DefaultProducer {

    private final SmscConnections connections;

    SubmitProducer(SmsEndpoint endpoint, SmscConnections connections) {
        super(endpoint);
        this.connections = connections;
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException, SendFailure {
        Message message = exchange.getMessage();
        connections.submit(new SmscConnections.TextToSubmit(
                UUID.fromString(text(message, DeliveryHeaders.ID)),
                text(message, DeliveryHeaders.DESTINATION),
                text(message, OutboundTexts.FROM_HEADER),
                new PhoneNumber(text(message, OutboundTexts.TO_HEADER)),
                message.getMandatoryBody(SegmentedText.class),
                message.getHeader(DeliveryHeaders.ATTEMPT, 1, Integer.class),
                Attempt.INTERRUPTED.equals(exchange.getProperty(DeliveryHeaders.LAST_ERROR, String.class))));
    }

    private static String text(Message message, String header) {
        String value = message.getHeader(header, String.class);
        if (value == null) {
            throw new IllegalArgumentException("sms:submit takes messages of the outbox, with header " + header);
        }
        return value;
    }
}
