package vn.dancu.bus.partner.notice;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.jms.JmsConstants;

/** Gives a notice to its route, with the queue {@code dancu.hub.<partner>.notice} as its destination. */
final class NoticeSteps implements NoticeChannel {

    /** Artemis drops a message whose duplicate id it has seen before. */
    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

    private final ProducerTemplate routes;

    NoticeSteps(ProducerTemplate routes) {
        this.routes = routes;
    }

    @Override
    public void send(Notice notice) throws NoticeFailure {
        Exchange exchange = routes.send(NoticeRoutes.ENTRY, started -> fill(started.getMessage(), notice));
        Exception failure = exchange.getException();
        if (failure != null) {
            throw new NoticeFailure(failure);
        }
    }

    private void fill(Message message, Notice notice) {
        String id = notice.id().toString();
        message.setBody(NoticeBody.of(notice));
        message.setHeader(JmsConstants.JMS_DESTINATION_NAME, "dancu.hub." + notice.partner() + ".notice");
        message.setHeader(JmsConstants.JMS_HEADER_CORRELATION_ID, id);
        message.setHeader(DUPLICATE_ID, id);
        message.setHeader("DanCuNoticeKind", notice.kind().code());
    }
}
