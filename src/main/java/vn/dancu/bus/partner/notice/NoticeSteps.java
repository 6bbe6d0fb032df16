package vn.dancu.bus.partner.notice;

import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.jms.JmsConstants;

/** Gives a notice the queue {@code dancu.hub.<partner>.notice} as its destination, and writes down what became of it. */
final class NoticeSteps {

    static final String ID = "DanCuNoticeId";
    static final String KIND = "DanCuNoticeKind";

    /** Artemis drops a message whose duplicate id it has seen before. */
    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    private static final String DESTINATION = "DanCuDeliveryDestination";
    private static final String ATTEMPT = "DanCuDeliveryAttempt";

    private final Notes notices;

    /** Where it is written down what became of a notice. */
    interface Notes {
        void sent(UUID id, int attempts);

        void failed(UUID id, int attempts, String error);
    }

    NoticeSteps(Notes notices) {
        this.notices = notices;
    }

    void address(Exchange exchange) {
        Message message = exchange.getMessage();
        String id = message.getHeader(ID, String.class);
        exchange.setProperty(ID, id);
        exchange.setProperty(ATTEMPT, message.getHeader(ATTEMPT));
        message.setHeader(
                JmsConstants.JMS_DESTINATION_NAME,
                "dancu.hub." + message.getHeader(DESTINATION, String.class) + ".notice");
        message.setHeader(JmsConstants.JMS_HEADER_CORRELATION_ID, id);
        message.setHeader(DUPLICATE_ID, id);
        message.removeHeader(ID);
        message.removeHeaders("DanCuDelivery*");
        message.removeHeader(Exchange.CONTENT_TYPE);
    }

    void sent(Exchange exchange) {
        notices.sent(id(exchange), attempt(exchange));
    }

    void failed(Exchange exchange) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        notices.failed(
                id(exchange), attempt(exchange), failure.getClass().getSimpleName() + ": " + failure.getMessage());
    }

    private static UUID id(Exchange exchange) {
        return UUID.fromString(exchange.getProperty(ID, String.class));
    }

    private static int attempt(Exchange exchange) {
        return exchange.getProperty(ATTEMPT, 1, Integer.class);
    }
}
