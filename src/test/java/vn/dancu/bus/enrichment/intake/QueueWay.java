package vn.dancu.bus.enrichment.intake;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Sends to the queue of its partner, and reads the answer in the queue {@code out}. */
final class QueueWay implements WayIn {

    private static final long PATIENCE_MS = 20_000;

    private final ActiveMQConnectionFactory factory;

    QueueWay(int port) {
        this.factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
    }

    @Override
    public Answer deliver(DeliveryCase delivery, byte[] manifest) throws IOException {
        return send(delivery, delivery.file(), "DanCuManifest", new String(manifest, StandardCharsets.UTF_8));
    }

    /** Names a file that was uploaded over HTTP. */
    Answer name(DeliveryCase delivery, String upload) throws IOException {
        return send(delivery, new byte[0], "DanCuUpload", upload);
    }

    private Answer send(DeliveryCase delivery, byte[] body, String property, String value) throws IOException {
        try (JMSContext context = factory.createContext(delivery.partner(), delivery.secret())) {
            String lane = "dancu.hub." + delivery.partner();
            String correlation = UUID.randomUUID().toString();
            BytesMessage message = context.createBytesMessage();
            message.writeBytes(body);
            message.setStringProperty(property, value);
            message.setJMSCorrelationID(correlation);
            context.createProducer().send(context.createQueue(lane + ".enrichment"), message);
            Message answer = context.createConsumer(
                            context.createQueue(lane + ".out"), "JMSCorrelationID = '" + correlation + "'")
                    .receive(PATIENCE_MS);
            if (answer == null) {
                throw new IllegalStateException("No answer came");
            }
            return FolderWay.answer(answer.getBody(byte[].class));
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
