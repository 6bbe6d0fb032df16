package vn.dancu.bus.camel.axis;

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import vn.dancu.bus.document.axis.AxisHeaders;
import vn.dancu.bus.document.axis.AxisProgress;

/** Reports how far the message came that the headers name. */
final class UpdateStatusProducer extends DefaultProducer {

    private final AxisEndpoint endpoint;

    UpdateStatusProducer(AxisEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) {
        String docId = AxisEndpoint.needed(exchange, AxisHeaders.DOC_ID);
        AxisProgress progress = AxisProgress.of(AxisEndpoint.needed(exchange, AxisHeaders.PROGRESS));
        String description = exchange.getMessage().getHeader(AxisHeaders.DESCRIPTION, String.class);
        endpoint.account(exchange).transport().updateStatus(docId, progress, description);
    }
}
