package vn.dancu.bus.camel.axis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.SynchronizationAdapter;
import vn.dancu.bus.document.axis.AxisHeaders;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

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
                content(exchange, docId),
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

    /** One that is larger than the account takes fails where it is read: whoever takes documents refuses it. */
    private InputStream content(Exchange exchange, String docId) {
        try {
            return endpoint.account(exchange).transport().get(docId);
        } catch (BusException e) {
            if (e.refusal().code() != ErrorCode.MESSAGE_TOO_LARGE) {
                throw e;
            }
            return new InputStream() {
                @Override
                public int read() {
                    throw e;
                }
            };
        }
    }
}
