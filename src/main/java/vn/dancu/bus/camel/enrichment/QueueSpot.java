package vn.dancu.bus.camel.enrichment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsConstants;
import org.apache.camel.component.jms.JmsEndpoint;
import vn.dancu.bus.enrichment.intake.Deliverer;

/**
 * Queue {@code dancu.hub.<partner>.enrichment}: who may send to it is said at the broker. The answer goes to {@code
 * dancu.hub.<partner>.out}, wherever the message wants it.
 */
final class QueueSpot implements DeliverySpot {

    private static final Pattern LANE = Pattern.compile("dancu\\.hub\\.(.+)\\.enrichment");

    @Override
    public Deliverer deliverer(Exchange exchange) {
        String queue = exchange.getFromEndpoint() instanceof JmsEndpoint jms ? jms.getDestinationName() : "";
        Matcher lane = LANE.matcher(queue);
        if (!lane.matches()) {
            throw new IllegalStateException("enrichment:queue takes messages of queues dancu.hub.<partner>.enrichment");
        }
        return DeliverySpot.of(lane.group(1), Deliverer.Way.QUEUE);
    }

    @Override
    public byte[] manifest(Exchange exchange, Deliverer by) {
        return HeaderManifest.of(exchange);
    }

    /** The correlation is the sender's own, or the id of its message. */
    @Override
    public void address(Exchange exchange, Deliverer by) {
        Object own = exchange.getMessage().getHeader(JmsConstants.JMS_HEADER_CORRELATION_ID);
        Object id = exchange.getMessage().getHeader(JmsConstants.JMS_HEADER_MESSAGE_ID);
        exchange.getMessage().setHeader(JmsConstants.JMS_HEADER_CORRELATION_ID, own == null ? id : own);
        exchange.getMessage()
                .setHeader(
                        JmsConstants.JMS_DESTINATION_NAME,
                        "dancu.hub." + by.partner().value() + ".out");
    }
}
