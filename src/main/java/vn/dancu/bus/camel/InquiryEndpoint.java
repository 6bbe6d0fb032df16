package vn.dancu.bus.camel;

import java.util.Locale;
import java.util.Objects;
import org.apache.camel.Category;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.inquiry.Inquiries;

/** Asks the single-person services, in the thread of the route: policy, register and audit, in this order. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = InquiryEndpoint.SCHEME,
        title = "Inquiry",
        syntax = "inquiry:operation",
        producerOnly = true,
        remote = false,
        category = {Category.CORE})
public class InquiryEndpoint extends DefaultEndpoint {

    static final String SCHEME = "inquiry";

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

    @UriPath(enums = "ask,refuse", description = "ask answers the question in the body; refuse records a failure")
    @Metadata(required = true)
    private @Nullable Operation operation;

    @UriParam(
            defaultValue = "false",
            description = "Throw a fault of the bus unrecorded, so that the route tries again; inquiry:refuse records"
                    + " it once, after the last try")
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
        throw new UnsupportedOperationException("inquiry: is asked, and asks nobody");
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
