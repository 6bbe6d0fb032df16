package vn.dancu.bus.camel.sms;

import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultProducer;
import vn.dancu.bus.sms.InboundText;
import vn.dancu.bus.sms.InboundTexts;

/** Answers a text; when the step has ended, answer and end are durable. */
final class TextAnswerProducer extends DefaultProducer {

    private final InboundTexts texts;

    TextAnswerProducer(SmsEndpoint endpoint, InboundTexts texts) {
        super(endpoint);
        this.texts = texts;
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        texts.answer(exchange.getMessage().getMandatoryBody(InboundText.class));
    }
}
