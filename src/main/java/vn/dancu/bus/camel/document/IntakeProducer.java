package vn.dancu.bus.camel.document;

import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultProducer;
import org.apache.camel.support.SynchronizationAdapter;
import vn.dancu.bus.document.AxisDelivery;
import vn.dancu.bus.document.DocumentIntake;
import vn.dancu.bus.document.axis.AxisHeaders;
import vn.dancu.bus.document.axis.AxisMessageType;

/** Takes an item of the axis, or looks whether it was taken. */
final class IntakeProducer extends DefaultProducer {

    private final DocumentIntake intake;
    private final boolean takes;

    IntakeProducer(DocumentEndpoint endpoint, DocumentIntake intake, boolean takes) {
        super(endpoint);
        this.intake = intake;
        this.takes = takes;
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException, IOException {
        Message message = exchange.getMessage();
        AxisDelivery delivery = new AxisDelivery(
                message.getHeader(AxisHeaders.ACCOUNT, String.class),
                message.getHeader(AxisHeaders.DOC_ID, String.class),
                message.getHeader(AxisHeaders.FROM, String.class),
                AxisMessageType.STATUS.word().equals(message.getHeader(AxisHeaders.MESSAGE_TYPE)));
        if (!takes) {
            DocumentIntake.ItemState state = intake.state(delivery);
            message.setHeader(DocumentHeaders.TAKEN, state != DocumentIntake.ItemState.NEW);
            if (state == DocumentIntake.ItemState.WAITING) {
                message.setHeader(AxisHeaders.AGAIN, true);
            } else if (state == DocumentIntake.ItemState.NEW) {
                exchange.getExchangeExtension().addOnCompletion(new FailureNote(delivery));
            }
            return;
        }
        try (InputStream in = message.getMandatoryBody(InputStream.class)) {
            intake.take(delivery, in);
        }
    }

    /** Whatever step the route stops at: an item that fails each time has an end too. */
    private final class FailureNote extends SynchronizationAdapter {

        private final AxisDelivery delivery;

        FailureNote(AxisDelivery delivery) {
            this.delivery = delivery;
        }

        @Override
        public void onFailure(Exchange exchange) {
            if (exchange.getException() != null) {
                intake.failed(delivery, exchange.getException());
            }
        }
    }
}
