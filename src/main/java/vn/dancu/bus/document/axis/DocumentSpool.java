package vn.dancu.bus.document.axis;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Sha256;

/**
 * The bytes of one document on their way: in a file that has no name from the start, so that nothing of it stays behind, not even
 * after the process was killed. It is written to its end, then read by one reader at a time.
 */
public final class DocumentSpool extends OutputStream implements AxisContent {

    private static final int BUFFER = 1 << 16;

    private final long limit;
    private final FileChannel file;
    private final OutputStream out;
    private final MessageDigest digest = Sha256.digest();
    private long length;

    /** @param limit what is longer is refused, in bytes */
    public DocumentSpool(long limit) throws IOException {
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
        digest.update(bytes, from, count);
        out.write(bytes, from, count);
    }

    @Override
    public InputStream open() throws IOException {
        out.flush();
        file.position(0);
        return new BufferedInputStream(
                new FilterInputStream(Channels.newInputStream(file)) {
                    @Override
                    public void close() {
                        // The file belongs to the spool.
                    }
                },
                BUFFER);
    }

    /** The document from its first byte; closing the stream gives the file back. */
    public InputStream openLast() throws IOException {
        out.flush();
        file.position(0);
        return new BufferedInputStream(Channels.newInputStream(file), BUFFER);
    }

    @Override
    public long length() {
        return length;
    }

    /** To be asked once, when everything is written. */
    @Override
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Gives the file back. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
