package vn.dancu.bus.document.axis;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.message.wire.NamelessFile;

/**
 * The bytes of one document on their way, in an encrypted file without a name: nothing of them stays behind, not even after the
 * process was killed. They are written to their end, then read.
 */
public final class DocumentSpool extends OutputStream implements AxisContent {

    private static final int BUFFER = 1 << 16;

    private final long limit;
    private final NamelessFile file;
    private final OutputStream out;
    private final MessageDigest digest = Sha256.digest();
    private long length;

    /**
     * @param limit what is longer is refused, in bytes
     * @throws BusException {@code storage_unavailable} where the folder for temporary files has no room, as each method that writes
     */
    public DocumentSpool(long limit) {
        this.limit = limit;
        try {
            this.file = new NamelessFile();
        } catch (IOException e) {
            throw noRoom(e);
        }
        this.out = new BufferedOutputStream(file.out(), BUFFER);
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        length += count;
        if (length > limit) {
            throw BusException.of(ErrorCode.MESSAGE_TOO_LARGE, "data", "at most " + limit + " bytes");
        }
        digest.update(bytes, from, count);
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    /** Its own disk is no fault of the axis, which a failure to read or write otherwise is. */
    private static BusException noRoom(IOException cause) {
        return new BusException(ErrorCode.STORAGE_UNAVAILABLE, cause);
    }

    @Override
    public InputStream open() {
        try {
            out.flush();
        } catch (IOException e) {
            throw noRoom(e);
        }
        return new BufferedInputStream(file.open(), BUFFER);
    }

    /** The document from its first byte; closing the stream gives the file back. */
    public InputStream openLast() {
        return new FilterInputStream(open()) {
            @Override
            public void close() throws IOException {
                DocumentSpool.this.close();
            }
        };
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
