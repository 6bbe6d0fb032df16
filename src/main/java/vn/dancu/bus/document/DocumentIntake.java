package vn.dancu.bus.document;

import java.io.InputStream;

/** Takes documents and statuses from the axis, each once. */
public interface DocumentIntake {

    /** How far an item of the axis is. */
    enum ItemState {
        /** To be fetched and taken. */
        NEW,
        /** It failed before, and is not to be fetched yet. */
        WAITING,
        TAKEN
    }

    ItemState state(AxisDelivery delivery);

    /**
     * Takes one item. When the method returns, it is durable, and the outbox holds what the axis and the sender are to be
     * told; repeating it changes nothing. What cannot be read is taken too, and refused.
     *
     * @param content the edXML as it came; read to its end, not closed
     * @throws vn.dancu.bus.kernel.BusException where it could not be made durable: it is then taken at the next poll
     */
    void take(AxisDelivery delivery, InputStream content);

    /** Fetching or taking that item stopped by that failure. One that has failed long enough is taken as refused, with the cause. */
    void failed(AxisDelivery delivery, Throwable cause);
}
