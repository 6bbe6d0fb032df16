package vn.dancu.bus.camel.document;

import java.util.Locale;
import java.util.Objects;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.document.DocumentIntake;
import vn.dancu.bus.document.DocumentWork;

/** Takes documents of the axis once, and works on those that were taken. */
public class DocumentEndpoint extends DefaultEndpoint {

    /** What is done with the exchange, or where it comes from. */
    public enum Operation {
        /** As a source: the documents that wait for their answer, each leased to this instance. */
        ACCEPTED,
        /**
         * Says in header {@code DanCuDocumentTaken} whether the item of the axis need not be fetched now. Where the route fails after
         * it, the failure is noted: an item that fails for too long is set aside.
         */
        CHECK,
        /** Takes the edXML in the body: durable, and the axis and the sender are told through the outbox. */
        TAKE,
        /** Answers the document of the exchange, or refuses it. */
        ANSWER;

        static Operation of(String name) {
            for (Operation one : values()) {
                if (one.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return one;
                }
            }
            throw new IllegalArgumentException(
                    "document: takes accepted, check, take or answer, such as document:take");
        }
    }

    private static final int MAX_CONSUMERS = 64;

    private @Nullable Operation operation;
    private int concurrentConsumers = 4;

    DocumentEndpoint(String uri, Component component) {
        super(uri, component);
    }

    @Override
    public Producer createProducer() {
        return switch (Objects.requireNonNull(operation)) {
            case CHECK, TAKE -> new IntakeProducer(this, face(DocumentIntake.class), operation == Operation.TAKE);
            case ANSWER -> new AnswerProducer(this, face(DocumentWork.class));
            case ACCEPTED -> throw new IllegalArgumentException("document:accepted is a source and no step");
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        if (operation != Operation.ACCEPTED) {
            throw new IllegalArgumentException("document: has one source, document:accepted");
        }
        return new AcceptedConsumer(this, processor, face(DocumentWork.class), concurrentConsumers);
    }

    private <T> T face(Class<T> type) {
        return CamelContextHelper.mandatoryFindSingleByType(getCamelContext(), type);
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    public void setOperation(Operation operation) {
        this.operation = operation;
    }

    public void setConcurrentConsumers(int concurrentConsumers) {
        if (concurrentConsumers < 1 || concurrentConsumers > MAX_CONSUMERS) {
            throw new IllegalArgumentException("document: concurrentConsumers takes 1 to " + MAX_CONSUMERS);
        }
        this.concurrentConsumers = concurrentConsumers;
    }
}
