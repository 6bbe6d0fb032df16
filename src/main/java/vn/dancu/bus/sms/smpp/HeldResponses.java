package vn.dancu.bus.sms.smpp;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jsmpp.PDUStringException;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.OptionalParameter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.kernel.LogKeys;

/**
 * Holds back the answer to a message until it is known whether the message is durable. jSMPP answers when its listener returns, in
 * the one thread that keeps the order; so the listener leaves a promise here, and the answer goes when that is kept.
 */
final class HeldResponses extends SynchronizedPDUSender {

    private static final Logger LOGGER = LoggerFactory.getLogger(HeldResponses.class);
    private static final byte[] NOT_YET = {};

    private final Map<Integer, CompletableFuture<Integer>> held = new ConcurrentHashMap<>();
    private final Executor writer;

    /** @param writer sends the answers, so that an operator that does not read keeps no commit waiting */
    HeldResponses(Executor writer) {
        this.writer = writer;
    }

    /** The answer to that request goes when its status is there. */
    void hold(int sequence, CompletableFuture<Integer> status) {
        held.put(sequence, status);
    }

    @Override
    public byte[] sendDeliverSmResp(OutputStream out, int status, int sequence, String messageId) throws IOException {
        CompletableFuture<Integer> promised = held.remove(sequence);
        if (promised == null) {
            return super.sendDeliverSmResp(out, status, sequence, messageId);
        }
        CompletableFuture<Integer> unused = promised.whenCompleteAsync(
                (known, failure) -> write(() -> super.sendDeliverSmResp(out, known, sequence, messageId)), writer);
        return NOT_YET;
    }

    @Override
    public byte[] sendDataSmResp(
            OutputStream out, int status, int sequence, String messageId, OptionalParameter... parameters)
            throws PDUStringException, IOException {
        CompletableFuture<Integer> promised = held.remove(sequence);
        if (promised == null) {
            return super.sendDataSmResp(out, status, sequence, messageId, parameters);
        }
        CompletableFuture<Integer> unused = promised.whenCompleteAsync(
                (known, failure) -> write(() -> super.sendDataSmResp(out, known, sequence, messageId, parameters)),
                writer);
        return NOT_YET;
    }

    /** Sends an answer. */
    @FunctionalInterface
    private interface Answer {
        byte[] send() throws IOException, PDUStringException;
    }

    /** Without its answer the operator sends the message again, and it is known then. */
    private static void write(Answer answer) {
        try {
            answer.send();
        } catch (IOException | PDUStringException e) {
            LOGGER.atDebug()
                    .addKeyValue(LogKeys.CAUSE, e.getClass().getName())
                    .log("An answer did not reach its operator");
        }
    }
}
