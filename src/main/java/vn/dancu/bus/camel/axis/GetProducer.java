package vn.dancu.bus.camel.axis;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.SynchronizationAdapter;
import vn.dancu.bus.document.axis.AxisHeaders;

/** Puts the document that the headers name into the body; its connection goes back when the exchange is done. */
final class GetProducer extends DefaultProducer {

    private final AxisEndpoint endpoint;

    GetProducer(AxisEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        String docId = AxisEndpoint.needed(exchange, AxisHeaders.DOC_ID);
        FetchedDocument document = new FetchedDocument(
                endpoint.account(exchange).transport().get(docId),
                message.getHeader(AxisHeaders.SHA256, String.class),
                message.getHeader(AxisHeaders.LENGTH, Long.class));
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                try {
                    document.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        message.setBody(document);
    }
}
