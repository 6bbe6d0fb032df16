package vn.dancu.bus.camel.sms;

import java.time.Duration;
import java.util.List;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import vn.dancu.bus.camel.LeasedItemConsumer;
import vn.dancu.bus.sms.InboundText;
import vn.dancu.bus.sms.InboundTexts;

/** Texts that were taken, of each sender one at a time. */
final class TextConsumer extends LeasedItemConsumer<InboundText> {

    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final InboundTexts texts;

    TextConsumer(SmsEndpoint endpoint, Processor processor, InboundTexts texts, int concurrent) {
        super(endpoint, processor, "sms-answer", concurrent, Duration.ZERO);
        this.texts = texts;
    }

    @Override
    protected List<InboundText> claim(int most) {
        return texts.claim(most, PATIENCE);
    }

    @Override
    protected void write(InboundText text, Message message) {
        message.setHeader(SmsHeaders.TEXT_ID, text.id().toString());
        message.setHeader(SmsHeaders.OPERATOR, text.operator());
        message.setBody(text);
    }

    @Override
    protected void failed(InboundText text, Throwable cause) {
        texts.failed(text);
    }
}
