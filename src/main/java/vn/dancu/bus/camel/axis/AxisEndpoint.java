package vn.dancu.bus.camel.axis;

import java.util.Locale;
import java.util.Objects;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.CamelContextHelper;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.document.axis.AxisAccount;
import vn.dancu.bus.document.axis.AxisAccounts;
import vn.dancu.bus.document.axis.AxisFailure;
import vn.dancu.bus.document.axis.AxisFailure.Kind;
import vn.dancu.bus.document.axis.AxisHeaders;
import vn.dancu.bus.document.axis.AxisMessageType;

/** One verb of a document axis. A failure is an {@link AxisFailure}, whose code says whether it may be tried again. */
public class AxisEndpoint extends DefaultEndpoint {

    /** What is done with the exchange. */
    public enum Operation {
        /** A source: an exchange for each message that waits, with its headers and without a body. */
        RECEIVED,
        /** Puts the edXML of the message into the body. */
        GET,
        /** Sends the body. */
        SEND,
        /** Reports how far a received message came. */
        UPDATE_STATUS;

        static Operation of(String name) {
            for (Operation one : values()) {
                if (one.word().equals(name)) {
                    return one;
                }
            }
            throw new IllegalArgumentException(
                    "axis: takes received, get, send or update-status, such as axis:received");
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private @Nullable Operation operation;
    private String account = AxisAccounts.MAIN;
    private String messageType = "edoc";
    private int concurrency = 4;

    AxisEndpoint(String uri, Component component) {
        super(uri, component);
    }

    @Override
    public Producer createProducer() {
        return switch (Objects.requireNonNull(operation)) {
            case RECEIVED -> throw new IllegalArgumentException("axis:received is a source and no step");
            case GET -> new GetProducer(this);
            case SEND -> new SendProducer(this);
            case UPDATE_STATUS -> new UpdateStatusProducer(this);
        };
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        if (operation != Operation.RECEIVED) {
            throw new IllegalArgumentException("axis: has one source, axis:received");
        }
        return new ReceivedConsumer(this, processor);
    }

    AxisAccounts accounts() {
        return CamelContextHelper.mandatoryFindSingleByType(getCamelContext(), AxisAccounts.class);
    }

    /** The account of the exchange, else of the endpoint. */
    AxisAccount account(Exchange exchange) {
        String name = exchange.getMessage().getHeader(AxisHeaders.ACCOUNT, account, String.class);
        return accounts()
                .find(name)
                .orElseThrow(() ->
                        AxisFailure.of(Kind.ACCOUNT, "account", "an account of dancu.document.axis.accounts", null));
    }

    /** A header without which the verb cannot be done. */
    static String needed(Exchange exchange, String header) {
        String value = exchange.getMessage().getHeader(header, String.class);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("axis: needs the header " + header);
        }
        return value;
    }

    String account() {
        return account;
    }

    AxisMessageType type() {
        return AxisMessageType.of(messageType);
    }

    int concurrency() {
        return concurrency;
    }

    public void setOperation(Operation operation) {
        this.operation = operation;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public void setMessageType(String messageType) {
        this.messageType = AxisMessageType.of(messageType).word();
    }

    public void setConcurrency(int concurrency) {
        this.concurrency = concurrency;
    }
}
