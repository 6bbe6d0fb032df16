package vn.dancu.bus.document;

import java.io.InputStream;

/** Takes documents and statuses from the axis, each once. */
public interface DocumentIntake {

    /** Whether that item was taken before: it need not be fetched again. */
    boolean isTaken(AxisDelivery delivery);

    /**
     * Takes one item. When the method returns, it is durable, and the outbox holds what the axis and the sender are to be
     * told; repeating it changes nothing. What cannot be read is taken too, and refused.
     *
     * @param content the edXML as it came; read to its end, not closed
     * @throws vn.dancu.bus.kernel.BusException where it could not be made durable: it is then taken at the next poll
     */
    void take(AxisDelivery delivery, InputStream content);
}
