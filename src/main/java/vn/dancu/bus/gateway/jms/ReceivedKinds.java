package vn.dancu.bus.gateway.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveLargeMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/**
 * Lets each message of a hub reach its lane, and each dead letter whoever looks at it, whatever is wrong with its body. The client library opens a body while it
 * receives the message, by the kind that the sender wrote. When that fails the message goes back and comes again at once,
 * without end, and a large text is read into memory. So the library gets every body as bytes but a text that can be opened.
 */
final class ReceivedKinds implements Interceptor {

    private static final String KIND = "DanCuReceivedKind";
    private static final String HUBS = "dancu.hub.";
    private static final String QUESTIONS = ".in";
    private static final String DEAD_LETTERS = ".dlq";

    @Override
    public boolean intercept(Packet packet, RemotingConnection connection) {
        boolean large = packet instanceof SessionReceiveLargeMessage;
        ICoreMessage message = message(packet);
        if (message != null && isOfAHub(message)) {
            message.removeProperty(KIND);
            byte kind = message.getType();
            if (kind != ICoreMessage.BYTES_TYPE && (large || kind != ICoreMessage.TEXT_TYPE || !opens(message))) {
                message.putByteProperty(KIND, kind);
                message.setType(ICoreMessage.BYTES_TYPE);
            }
        }
        return true;
    }

    /** Of which kind the sender made it. */
    static byte of(Message message) throws JMSException {
        return message.propertyExists(KIND)
                ? message.getByteProperty(KIND)
                : ((ActiveMQMessage) message).getCoreMessage().getType();
    }

    private static @Nullable ICoreMessage message(Packet packet) {
        if (packet instanceof SessionReceiveLargeMessage large) {
            return large.getLargeMessage().toCore();
        }
        return packet instanceof SessionReceiveMessage received ? received.getMessage() : null;
    }

    private static boolean isOfAHub(ICoreMessage message) {
        String address = message.getAddress();
        return address != null
                && address.startsWith(HUBS)
                && (address.endsWith(QUESTIONS) || address.endsWith(DEAD_LETTERS));
    }

    /** Whether it is what the library takes for a text: nothing, or so many bytes as it says. */
    private static boolean opens(ICoreMessage message) {
        ActiveMQBuffer body = message.getReadOnlyBodyBuffer();
        if (body.readableBytes() == 0 || body.readByte() == 0) {
            return body.readerIndex() > 0;
        }
        if (body.readableBytes() < Integer.BYTES) {
            return false;
        }
        int length = body.readInt();
        return length >= 0 && length <= body.readableBytes();
    }
}
