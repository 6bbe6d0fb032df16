package vn.dancu.bus.camel.sms;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultProducer;
import vn.dancu.bus.camel.delivery.DeliveryHeaders;
import vn.dancu.bus.delivery.SendFailure;
import vn.dancu.bus.sms.SmscConnections;

/** Puts a text into the alphabet of its operator and cuts it into parts. */
final class SegmentProducer extends DefaultProducer {

    private final SmscConnections connections;

    SegmentProducer(SmsEndpoint endpoint, SmscConnections connections) {
        super(endpoint);
        this.connections = connections;
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException, SendFailure {
        byte[] text = exchange.getMessage().getMandatoryBody(byte[].class);
        String operator = exchange.getMessage().getHeader(DeliveryHeaders.DESTINATION, "", String.class);
        exchange.getMessage()
                .setBody(connections.segments(operator, new String(text, java.nio.charset.StandardCharsets.UTF_8)));
    }
}
