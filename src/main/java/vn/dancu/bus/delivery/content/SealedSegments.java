package vn.dancu.bus.delivery.content;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.UUID;
import vn.dancu.bus.kernel.SecretBox;

/**
 * A body as sealed segments of 64 kB, one after another. In each stand the id of the body, the segment's number and whether it
 * is the last: segments that are changed, exchanged, left out or moved to another file are refused.
 *
 * <pre>
 *   file     = "DCC1" segment*
 *   segment  = length (4 bytes) sealed(id (16) number (4) last (1) content)
 * </pre>
 */
final class SealedSegments {

    static final byte[] MAGIC = {'D', 'C', 'C', '1'};
    private static final int SEGMENT_BYTES = 64 * 1024;
    private static final int HEAD_BYTES = 16 + 4 + 1;
    private static final int MAX_SEALED_BYTES = SEGMENT_BYTES + HEAD_BYTES + 64;

    private final SecretBox box;

    SealedSegments(SecretBox box) {
        this.box = box;
    }

    /** Told of each segment before it is written. */
    @FunctionalInterface
    interface Watcher {
        void next(byte[] content, int length) throws IOException;
    }

    /** Writes all of the content. */
    void write(UUID id, InputStream content, DataOutputStream out, Watcher watcher) throws IOException {
        out.write(MAGIC);
        byte[] part = content.readNBytes(SEGMENT_BYTES);
        for (int number = 0; ; number++) {
            byte[] next = part.length < SEGMENT_BYTES ? new byte[0] : content.readNBytes(SEGMENT_BYTES);
            watcher.next(part, part.length);
            byte[] sealed = box.seal(
                    head(id, number, next.length == 0, part.length).put(part).array());
            out.writeInt(sealed.length);
            out.write(sealed);
            if (next.length == 0) {
                return;
            }
            part = next;
        }
    }

    InputStream read(UUID id, InputStream file) throws IOException {
        if (!Arrays.equals(file.readNBytes(MAGIC.length), MAGIC)) {
            throw new IOException("No file of a body");
        }
        return new Segments(id, file);
    }

    private static ByteBuffer head(UUID id, int number, boolean last, int length) {
        return ByteBuffer.allocate(HEAD_BYTES + length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(number)
                .put((byte) (last ? 1 : 0));
    }

    /** Opens one segment after another. */
    private final class Segments extends InputStream {

        private final UUID id;
        private final InputStream file;
        private ByteBuffer current = ByteBuffer.allocate(0);
        private int number;
        private boolean last;

        Segments(UUID id, InputStream file) {
            this.id = id;
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            return fill() ? current.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, current.remaining());
            current.get(target, offset, count);
            return count;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }

        private boolean fill() throws IOException {
            while (!current.hasRemaining()) {
                if (last) {
                    return false;
                }
                open();
            }
            return true;
        }

        private void open() throws IOException {
            byte[] prefix = file.readNBytes(Integer.BYTES);
            int length =
                    prefix.length < Integer.BYTES ? 0 : ByteBuffer.wrap(prefix).getInt();
            if (length <= 0 || length > MAX_SEALED_BYTES) {
                throw new IOException("The end of a body is missing");
            }
            ByteBuffer opened = opened(file.readNBytes(length));
            boolean mine = opened.getLong() == id.getMostSignificantBits()
                    && opened.getLong() == id.getLeastSignificantBits()
                    && opened.getInt() == number;
            if (!mine) {
                throw new IOException("A segment of a body is not where it belongs");
            }
            last = opened.get() == 1;
            number++;
            current = opened;
        }

        private ByteBuffer opened(byte[] sealed) throws IOException {
            try {
                return ByteBuffer.wrap(box.open(sealed));
            } catch (IllegalArgumentException e) {
                throw new IOException("A segment of a body was changed, or is of another key", e);
            }
        }
    }
}
