package vn.dancu.bus.sandbox.sms;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jsmpp.SMPPConstant;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.dancu.bus.sandbox.fault.Fault;
import vn.dancu.bus.sandbox.fault.FaultPlan;

/** The connection of one who is bound, which plays the faults of what is written to it. */
final class SmscConnection extends SocketConnection {

    private static final Logger LOGGER = LoggerFactory.getLogger(SmscConnection.class);
    private static final int HEADER = 16;
    private static final int COMMAND_ID = 4;

    /** No PDU has this length, nor this command. */
    private static final byte[] GARBAGE = {0x7f, 0x13, 0x00, (byte) 0xff, 0x7b, 0x22, 0x3a, 0x3a, (byte) 0xc3, 0x28};

    private final ThreadLocal<@Nullable Fault> next = new ThreadLocal<>();
    private final PduStream stream;
    private volatile @Nullable FaultPlan faults;

    SmscConnection(Socket socket) throws IOException {
        super(socket);
        this.stream = new PduStream(socket.getOutputStream());
    }

    /** The faults of the operator that has signed in. */
    void playFrom(FaultPlan plan) {
        faults = plan;
    }

    /** The fault of the PDU that this thread writes next. */
    void play(@Nullable Fault fault) {
        next.set(fault);
    }

    @Override
    public OutputStream getOutputStream() {
        return stream;
    }

    /** jsmpp writes a whole PDU at a time, under the lock of its stream. */
    private final class PduStream extends FilterOutputStream {

        private PduStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] pdu) throws IOException {
            Fault fault = ordered(ByteBuffer.wrap(pdu).getInt(COMMAND_ID));
            if (fault == null) {
                out.write(pdu);
                return;
            }
            switch (fault.fault()) {
                case SLOW ->
                    CompletableFuture.delayedExecutor(fault.delayMillis(), TimeUnit.MILLISECONDS)
                            .execute(() -> writeLate(pdu));
                case SILENT -> LOGGER.atDebug().log("The simulated SMSC keeps a PDU back");
                case TRUNCATED -> out.write(truncated(pdu));
                case GARBAGE -> out.write(GARBAGE);
                case LOST -> {
                    if (ByteBuffer.wrap(pdu).getInt(COMMAND_ID) >= 0) {
                        out.write(pdu);
                    }
                    close();
                }
                case DROP -> close();
                default -> out.write(pdu);
            }
        }

        @Override
        public void close() throws IOException {
            SmscConnection.this.close();
        }

        private void writeLate(byte[] pdu) {
            try {
                synchronized (this) {
                    out.write(pdu);
                }
            } catch (IOException e) {
                LOGGER.atDebug().setCause(e).log("A late PDU of the simulated SMSC found no connection");
            }
        }
    }

    private @Nullable Fault ordered(int command) {
        FaultPlan plan = faults;
        if (command == SMPPConstant.CID_ENQUIRE_LINK_RESP) {
            return plan == null ? null : plan.next(SmscCommand.ENQUIRE_LINK).orElse(null);
        }
        Fault fault = next.get();
        next.remove();
        return fault;
    }

    private static byte[] truncated(byte[] pdu) {
        byte[] half = Arrays.copyOf(pdu, HEADER + (pdu.length - HEADER) / 2);
        ByteBuffer.wrap(half).putInt(0, half.length);
        return half;
    }
}
