package vn.dancu.bus.feed.push;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.jms.JmsConstants;
import vn.dancu.bus.delivery.BodySignature;
import vn.dancu.bus.delivery.UndeliverableException;
import vn.dancu.bus.feed.FeedSettings;

/** Signs a page and gives it the queue {@code dancu.hub.<partner>.changes} as its destination; bean {@code feed} of routes. */
class PushSteps {

    static final String ID = "DanCuPushId";
    static final String TIMESTAMP = "DanCuPushTimestamp";
    static final String SIGNATURE = "DanCuPushSignature";

    /** Artemis drops a message whose duplicate id it has seen before. */
    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    private final Map<String, FeedSettings.PushQueue> queues;
    private final Clock clock;

    PushSteps(Map<String, FeedSettings.PushQueue> queues, Clock clock) {
        this.queues = queues;
        this.clock = clock;
    }

    /** The page becomes a text message; what the outbox says of it stays here. */
    public void addressPage(Exchange exchange) {
        Message page = exchange.getMessage();
        String partner = Objects.requireNonNull(page.getHeader("DanCuDeliveryDestination", String.class));
        String id = Objects.requireNonNull(page.getHeader("DanCuDeliveryId", String.class));
        FeedSettings.PushQueue queue = queues.get(partner);
        if (queue == null) {
            throw new UndeliverableException("push_queue_not_set", null);
        }
        byte[] body = Objects.requireNonNull(page.getBody(byte[].class));
        String seconds = String.valueOf(clock.instant().getEpochSecond());
        page.removeHeaders("DanCuDelivery*");
        page.removeHeader(Exchange.CONTENT_TYPE);
        page.setHeader(JmsConstants.JMS_DESTINATION_NAME, "dancu.hub." + partner + ".changes");
        page.setHeader(JmsConstants.JMS_HEADER_CORRELATION_ID, id);
        page.setHeader(DUPLICATE_ID, id);
        page.setHeader(ID, id);
        page.setHeader(TIMESTAMP, seconds);
        page.setHeader(SIGNATURE, BodySignature.of(queue.secret(), id, seconds, body));
        page.setBody(new String(body, StandardCharsets.UTF_8));
    }
}
