package vn.dancu.bus.camel.sms;

import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.sms.ArrivedMessage;
import vn.dancu.bus.sms.SmscConnections;

/**
 * Binds to the operators while its route runs. A message enters the route in the thread of its session, and its operator is
 * answered when the route has ended, in whichever thread that is: so many messages share a commit and keep their order.
 */
final class ArrivalConsumer extends DefaultConsumer implements SmscConnections.Receiver {

    private final SmscConnections connections;
    private SmscConnections.@Nullable Connection connection;

    ArrivalConsumer(SmsEndpoint endpoint, Processor processor, SmscConnections connections) {
        super(endpoint, processor);
        this.connections = connections;
    }

    @Override
    protected void doStart() {
        connection = connections.connect(this);
    }

    @Override
    protected void doStop() {
        SmscConnections.Connection connected = connection;
        connection = null;
        if (connected != null) {
            connected.close();
        }
    }

    @Override
    public void received(ArrivedMessage message, Consumer<@Nullable BusException> done) {
        Exchange exchange = createExchange(false);
        exchange.getMessage().setHeader(SmsHeaders.KIND, message.isReceipt() ? SmsHeaders.RECEIPT : SmsHeaders.TEXT);
        exchange.getMessage().setHeader(SmsHeaders.OPERATOR, message.operator());
        exchange.getMessage().setBody(message);
        getAsyncProcessor().process(exchange, sync -> {
            Exception failure = exchange.getException();
            boolean failed = failure != null || exchange.isRollbackOnly();
            releaseExchange(exchange, false);
            done.accept(failed ? of(failure) : null);
        });
    }

    private static BusException of(@Nullable Exception failure) {
        return failure instanceof BusException known ? known : new BusException(ErrorCode.INTERNAL_ERROR, failure);
    }
}
