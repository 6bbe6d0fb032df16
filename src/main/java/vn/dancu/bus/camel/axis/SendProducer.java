package vn.dancu.bus.camel.axis;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import vn.dancu.bus.document.axis.AxisAccount;
import vn.dancu.bus.document.axis.AxisContent;
import vn.dancu.bus.document.axis.AxisHeaders;
import vn.dancu.bus.document.axis.AxisMessageType;
import vn.dancu.bus.document.axis.DocumentSpool;

/** Sends the body: bytes, text, or a stream, which is read once to know its hash before it is sent. */
final class SendProducer extends DefaultProducer {

    private final AxisEndpoint endpoint;

    SendProducer(AxisEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException, IOException {
        Object body = exchange.getMessage().getBody();
        if (body instanceof AxisContent content) {
            send(exchange, content);
        } else if (body instanceof byte[] || body instanceof String) {
            send(exchange, AxisContent.of(exchange.getMessage().getMandatoryBody(byte[].class)));
        } else {
            try (InputStream in = exchange.getMessage().getMandatoryBody(InputStream.class);
                    DocumentSpool spool = new DocumentSpool(Long.MAX_VALUE)) {
                in.transferTo(spool);
                send(exchange, spool);
            }
        }
    }

    private void send(Exchange exchange, AxisContent content) {
        AxisAccount account = endpoint.account(exchange);
        Message message = exchange.getMessage();
        String to = message.getHeader(AxisHeaders.TO, "", String.class);
        String type =
                message.getHeader(AxisHeaders.MESSAGE_TYPE, endpoint.type().word(), String.class);
        String docId = account.transport()
                .send(
                        content,
                        message.getHeader(AxisHeaders.FROM, account.agency(), String.class),
                        codes(to),
                        AxisMessageType.of(type))
                .docId();
        message.setHeader(AxisHeaders.DOC_ID, docId);
    }

    private static List<String> codes(String to) {
        return Arrays.stream(to.split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
    }
}
