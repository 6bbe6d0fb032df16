package vn.dancu.bus.camel.document;

import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import vn.dancu.bus.document.DocumentWork;

/** Answers the document of the exchange. */
final class AnswerProducer extends DefaultProducer {

    private final DocumentWork work;

    AnswerProducer(DocumentEndpoint endpoint, DocumentWork work) {
        super(endpoint);
        this.work = work;
    }

    @Override
    public void process(Exchange exchange) {
        work.answer(UUID.fromString(exchange.getMessage().getHeader(DocumentHeaders.DOCUMENT_ID, String.class)));
    }
}
