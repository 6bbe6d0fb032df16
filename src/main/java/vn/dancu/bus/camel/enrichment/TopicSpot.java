package vn.dancu.bus.camel.enrichment;

import org.apache.camel.Exchange;
import org.apache.camel.component.kafka.KafkaConstants;
import vn.dancu.bus.enrichment.intake.Deliverer;

/** Topic {@code dancu.enrichment.<partner>}: who may write to it is said at Kafka. The answer goes to {@code dancu.enrichment-answers.<partner>}. */
final class TopicSpot implements DeliverySpot {

    private static final String TOPIC = "dancu.enrichment.";

    @Override
    public Deliverer deliverer(Exchange exchange) {
        String topic = exchange.getMessage().getHeader(KafkaConstants.TOPIC, "", String.class);
        if (!topic.startsWith(TOPIC)) {
            throw new IllegalStateException("enrichment:topic takes records of topics dancu.enrichment.<partner>");
        }
        return DeliverySpot.of(topic.substring(TOPIC.length()), Deliverer.Way.TOPIC);
    }

    @Override
    public byte[] manifest(Exchange exchange, Deliverer by) {
        return HeaderManifest.of(exchange);
    }

    @Override
    public void address(Exchange exchange, Deliverer by) {
        exchange.getMessage()
                .setHeader(
                        KafkaConstants.OVERRIDE_TOPIC,
                        "dancu.enrichment-answers." + by.partner().value());
    }
}
