package vn.dancu.bus.camel.delivery;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import vn.dancu.bus.delivery.Receipts;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Sha256;

/** Takes the signed receipt in the body, or puts in the place of a received message the receipt that the bus signs for it. */
final class ReceiptProducer extends DefaultProducer {

    private final DeliveryEndpoint endpoint;
    private final Receipts receipts;

    ReceiptProducer(DeliveryEndpoint endpoint, Receipts receipts) {
        super(endpoint);
        this.endpoint = endpoint;
        this.receipts = receipts;
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        Message message = exchange.getMessage();
        String party = endpoint.destinationOf(exchange);
        if (endpoint.operation() == DeliveryEndpoint.Operation.TAKE_RECEIPT) {
            receipts.accept(party, message.getMandatoryBody(String.class).strip());
        } else {
            byte[] content = message.getMandatoryBody(byte[].class);
            message.setBody(receipts.sign(party, name(message), Sha256.hex(content)));
        }
    }

    private String name(Message message) {
        String header = endpoint.onceHeader();
        String name = header == null ? null : message.getHeader(header, String.class);
        if (name == null || name.isBlank()) {
            throw BusException.of(
                    ErrorCode.HEADER_INVALID, header == null ? "onceHeader" : header, "the id of the message");
        }
        return name;
    }
}
