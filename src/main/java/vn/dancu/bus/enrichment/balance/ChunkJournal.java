package vn.dancu.bus.enrichment.balance;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import vn.dancu.bus.enrichment.CheckedRecord;
import vn.dancu.bus.enrichment.RefusalReason;

/**
 * Which lines of the file a chunk has, and which of them a check refused; packed, as steps from one line to the next, so that most
 * lines take a bit. For one thread.
 */
public final class ChunkJournal {

    private static final int SEVEN_BITS = 7;
    private static final int LOW = 0x7f;
    private static final int MORE = 0x80;

    private final Steps lines = new Steps();
    private final Steps refusals = new Steps();
    private long first;
    private long last;
    private int accepted;
    private int refused;

    public void accepted(long line) throws IOException {
        lines.line(line);
        accepted++;
        at(line);
    }

    public void refused(CheckedRecord.Refused record) throws IOException {
        refusals.line(record.line());
        refusals.out.writeUTF(record.reason().code());
        refusals.out.writeUTF(record.field());
        refused++;
        at(record.line());
    }

    private void at(long line) {
        if (records() == 1) {
            first = line;
        }
        last = line;
    }

    public int records() {
        return accepted + refused;
    }

    public int accepted() {
        return accepted;
    }

    public long firstLine() {
        return first;
    }

    public long lastLine() {
        return last;
    }

    public byte[] lines() {
        return lines.packed();
    }

    public byte[] refusals() {
        return refusals.packed();
    }

    /** The lines of the accepted records, in their order. */
    static long[] lines(byte[] packed, int count) {
        long[] lines = new long[count];
        try (DataInputStream in = open(packed)) {
            long line = 0;
            for (int i = 0; i < count; i++) {
                line += step(in);
                lines[i] = line;
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The refused records, in their order. */
    static List<CheckedRecord.Refused> refusals(byte[] packed, int count) {
        List<CheckedRecord.Refused> refused = new ArrayList<>(count);
        try (DataInputStream in = open(packed)) {
            long line = 0;
            for (int i = 0; i < count; i++) {
                line += step(in);
                refused.add(new CheckedRecord.Refused(line, reason(in.readUTF()), in.readUTF()));
            }
            return refused;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RefusalReason reason(String code) {
        for (RefusalReason reason : RefusalReason.values()) {
            if (reason.code().equals(code)) {
                return reason;
            }
        }
        throw new IllegalStateException("A reason that is not known");
    }

    private static DataInputStream open(byte[] packed) {
        return new DataInputStream(new BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(packed))));
    }

    private static long step(DataInputStream in) throws IOException {
        long step = 0;
        for (int shift = 0; ; shift += SEVEN_BITS) {
            int part = in.readUnsignedByte();
            step |= (long) (part & LOW) << shift;
            if (part < MORE) {
                return step;
            }
        }
    }

    /** Lines as steps, deflated. */
    private static final class Steps {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED), 1 << 12)));
        private long last;

        void line(long line) throws IOException {
            long step = line - last;
            last = line;
            while (step >= MORE) {
                out.write((int) (step & LOW) | MORE);
                step >>>= SEVEN_BITS;
            }
            out.write((int) step);
        }

        byte[] packed() {
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }
}
