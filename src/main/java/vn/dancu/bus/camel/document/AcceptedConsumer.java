package vn.dancu.bus.camel.document;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import vn.dancu.bus.camel.LeasedItemConsumer;
import vn.dancu.bus.document.DocumentWork;

/** Documents that were taken; a list of many people goes on at another instance when this one stops. */
final class AcceptedConsumer extends LeasedItemConsumer<UUID> {

    private static final Duration IDLE = Duration.ofMillis(200);

    private final DocumentWork work;

    AcceptedConsumer(DocumentEndpoint endpoint, Processor processor, DocumentWork work, int concurrent) {
        super(endpoint, processor, "document-work", concurrent, IDLE);
        this.work = work;
    }

    @Override
    protected List<UUID> claim(int most) {
        return work.claim(most);
    }

    @Override
    protected void write(UUID document, Message message) {
        message.setHeader(DocumentHeaders.DOCUMENT_ID, document.toString());
    }

    @Override
    protected void failed(UUID document, Throwable cause) {
        work.failed(document, cause);
    }
}
