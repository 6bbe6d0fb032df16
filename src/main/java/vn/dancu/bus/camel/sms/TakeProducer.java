package vn.dancu.bus.camel.sms;

import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.sms.ArrivedMessage;
import vn.dancu.bus.sms.InboundTexts;

/** Takes what an operator delivered; the exchange goes on when that is durable, and its thread does not wait for it. */
final class TakeProducer extends DefaultAsyncProducer {

    private final InboundTexts texts;

    TakeProducer(SmsEndpoint endpoint, InboundTexts texts) {
        super(endpoint);
        this.texts = texts;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            ArrivedMessage message = exchange.getMessage().getMandatoryBody(ArrivedMessage.class);
            texts.take(message, failure -> {
                if (failure != null) {
                    exchange.setException(failure);
                }
                callback.done(false);
            });
            return false;
        } catch (org.apache.camel.InvalidPayloadException | BusException | IllegalArgumentException e) {
            exchange.setException(e);
            callback.done(true);
            return true;
        }
    }
}
