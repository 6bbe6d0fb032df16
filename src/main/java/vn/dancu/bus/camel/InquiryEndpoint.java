package vn.dancu.bus.camel;

import java.util.Locale;
import java.util.Objects;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.inquiry.Inquiries;

/** Asks the single-person services, in the thread of the route: policy, register and audit, in this order. */
public class InquiryEndpoint extends DefaultEndpoint {

    /** What is done with the exchange. */
    public enum Operation {
        /** Answers the question in the body. */
        ASK,
        /** Records the refusal of a message that failed. */
        REFUSE;

        static Operation of(String name) {
            for (Operation one : values()) {
                if (one.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return one;
                }
            }
            throw new IllegalArgumentException("inquiry: takes ask or refuse, such as inquiry:ask");
        }
    }

    private @Nullable Operation operation;
    private boolean throwFaults;

    InquiryEndpoint(String uri, Component component) {
        super(uri, component);
    }

    @Override
    public Producer createProducer() {
        Inquiries inquiries = CamelContextHelper.mandatoryFindSingleByType(getCamelContext(), Inquiries.class);
        return Objects.requireNonNull(operation) == Operation.ASK
                ? new AskProducer(this, inquiries, throwFaults)
                : new RefuseProducer(this, inquiries);
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        throw new IllegalArgumentException("inquiry: is a step and no source");
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    public void setOperation(Operation operation) {
        this.operation = operation;
    }

    public void setThrowFaults(boolean throwFaults) {
        this.throwFaults = throwFaults;
    }
}
