package vn.dancu.bus.sandbox.sms;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jsmpp.bean.OptionalParameter;

/** A deliver_sm on its way to the bus: a part of what a subscriber wrote, or a receipt. */
public final class MobileText {

    /** The bit of esm_class that says so. */
    static final int RECEIPT = 0x04;

    private final Wire wire;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile State state = State.WAITING;
    private volatile int attempts;

    /**
     * The fields of the PDU.
     *
     * @param from the subscriber, digits with the country code
     * @param to the short number
     */
    public record Wire(
            String from, String to, int esmClass, int dataCoding, byte[] content, List<OptionalParameter> parameters) {}

    /** What became of it. */
    public enum State {
        /** Nobody is bound, or it will be sent again. */
        WAITING,
        /** The bus answered that it has it. */
        TAKEN,
        /** The bus answered that it does not want it: it is not sent again. */
        REFUSED
    }

    public MobileText(Wire wire) {
        this.wire = wire;
    }

    public Wire wire() {
        return wire;
    }

    boolean isReceipt() {
        return (wire.esmClass() & RECEIPT) != 0;
    }

    public State state() {
        return state;
    }

    /** How often it was sent. */
    public int attempts() {
        return attempts;
    }

    void sent() {
        attempts++;
    }

    void end(State last) {
        state = last;
        ended.countDown();
    }

    /** Waits so long at most; whether it is no longer waiting. */
    public boolean await(long millis) {
        try {
            return ended.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
