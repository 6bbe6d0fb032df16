package vn.dancu.bus.message.wire;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.MessageLimits;

/**
 * Takes the bytes of one content: in memory first, in a file of its own from a size on, which ends with the process at the latest.
 * A file that cannot be written is {@code storage_unavailable}: no message is to blame for a full disk.
 */
public final class ContentSpool extends OutputStream {

    private static final int BUFFER = 1 << 16;

    private final MessageLimits limits;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private @Nullable NamelessFile file;
    private OutputStream out = memory;
    private long length;

    public ContentSpool(MessageLimits limits) {
        this.limits = limits;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        length += count;
        if (length > limits.contentBytes()) {
            throw LimitCounter.exceeded(ErrorCode.CONTENT_LIMIT_EXCEEDED, limits.contentBytes() + " bytes of content");
        }
        try {
            if (file == null && length > limits.memoryBytes()) {
                toFile();
            }
            out.write(bytes, from, count);
        } catch (IOException e) {
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        }
    }

    private void toFile() throws IOException {
        NamelessFile made = new NamelessFile();
        file = made;
        out = new BufferedOutputStream(made.out(), BUFFER);
        memory.writeTo(out);
        memory.reset();
    }

    /** What was written; the spool takes no more. */
    public Content done() {
        try {
            out.close();
        } catch (IOException e) {
            throw new BusException(ErrorCode.STORAGE_UNAVAILABLE, e);
        }
        NamelessFile written = file;
        return written == null ? Content.of(memory.toByteArray()) : new Spooled(written, length);
    }

    /** Gives back what was taken, when the message cannot be read to its end. */
    public void drop() {
        // What the buffer still has is not wanted: a full disk would not take it.
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A content in a file of its own. */
    private record Spooled(NamelessFile file, long length) implements Content {

        @Override
        public InputStream open() {
            return new BufferedInputStream(file.open(), BUFFER);
        }

        @Override
        public void close() {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
