package vn.dancu.bus.camel.sms;

import java.util.Locale;
import java.util.Objects;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sms.InboundTexts;
import vn.dancu.bus.sms.SmscConnections;

/** Text messages: taken from operators, answered, cut into parts, submitted. */
public class SmsEndpoint extends DefaultEndpoint {

    /** What is done with the exchange, or where it comes from. */
    public enum Operation {
        /** As a source: what all operators deliver, each in its order. The operator is answered when the exchange has ended. */
        ARRIVALS,
        /** Takes the message of a subscriber: the step has ended when it is durable. */
        TAKE,
        /** Takes what an operator says became of a message of ours: likewise. */
        RECEIPT,
        /** As a source: texts that were taken, one of each sender at a time, each leased to this instance. */
        RECEIVED,
        /** Answers the text of the exchange. */
        ANSWER,
        /** Makes the text in the body the parts that go to the operator. */
        SEGMENT,
        /** Submits the parts in the body, and waits until the operator has taken them. */
        SUBMIT;

        static Operation of(String name) {
            for (Operation one : values()) {
                if (one.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return one;
                }
            }
            throw new IllegalArgumentException(
                    "sms: takes arrivals, take, receipt, received, answer, segment or submit, such as sms:take");
        }
    }

    private static final int MAX_CONSUMERS = 64;

    private @Nullable Operation operation;
    private int concurrentConsumers = 8;

    SmsEndpoint(String uri, Component component) {
        super(uri, component);
    }

    @Override
    public Producer createProducer() {
        return switch (Objects.requireNonNull(operation)) {
            case TAKE, RECEIPT -> new TakeProducer(this, face(InboundTexts.class));
            case ANSWER -> new TextAnswerProducer(this, face(InboundTexts.class));
            case SEGMENT -> new SegmentProducer(this, face(SmscConnections.class));
            case SUBMIT -> new SubmitProducer(this, face(SmscConnections.class));
            case ARRIVALS, RECEIVED ->
                throw new IllegalArgumentException("sms:arrivals and sms:received are sources and no steps");
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return switch (Objects.requireNonNull(operation)) {
            case ARRIVALS -> new ArrivalConsumer(this, processor, face(SmscConnections.class));
            case RECEIVED -> new TextConsumer(this, processor, face(InboundTexts.class), concurrentConsumers);
            default -> throw new IllegalArgumentException("sms: has two sources, sms:arrivals and sms:received");
        };
    }

    private <T> T face(Class<T> type) {
        return CamelContextHelper.mandatoryFindSingleByType(getCamelContext(), type);
    }

    public void setOperation(Operation operation) {
        this.operation = operation;
    }

    public void setConcurrentConsumers(int concurrentConsumers) {
        if (concurrentConsumers < 1 || concurrentConsumers > MAX_CONSUMERS) {
            throw new IllegalArgumentException("sms: concurrentConsumers takes 1 to " + MAX_CONSUMERS);
        }
        this.concurrentConsumers = concurrentConsumers;
    }
}
