package vn.dancu.bus.document.axis.vxp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * The bytes of one document while its answer is still being read: in a file that has no name from the start, so that nothing of
 * it stays behind, not even after the process was killed.
 */
final class SpooledDocument extends OutputStream {

    private static final int BUFFER = 1 << 16;

    private final long limit;
    private final FileChannel file;
    private final OutputStream out;
    private long length;

    SpooledDocument(long limit) throws IOException {
        this.limit = limit;
        Path folder = Files.createTempDirectory("dancu-axis-");
        try {
            this.file = FileChannel.open(
                    folder.resolve("document"),
                    Set.of(
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE));
        } finally {
            Files.deleteIfExists(folder);
        }
        this.out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        length += count;
        if (length > limit) {
            throw BusException.of(ErrorCode.MESSAGE_TOO_LARGE, "data", "at most " + limit + " bytes");
        }
        out.write(bytes, from, count);
    }

    /** The document from its first byte; closing the stream gives the file back. */
    InputStream read() throws IOException {
        out.flush();
        file.position(0);
        return new BufferedInputStream(Channels.newInputStream(file), BUFFER);
    }

    /** Gives the file back. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
