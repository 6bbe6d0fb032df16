package vn.dancu.bus.enrichment.manifest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import vn.dancu.bus.enrichment.file.FileFault;
import vn.dancu.bus.enrichment.file.FileFaultException;
import vn.dancu.bus.kernel.Sha256;

/** Counts and hashes the bytes of a file while somebody reads them, to hold them against the manifest at the end. */
public final class MeasuredBytes extends FilterInputStream {

    private final MessageDigest digest = Sha256.digest();
    private long count;

    public MeasuredBytes(InputStream file) {
        super(file);
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
            digest.update((byte) value);
            count++;
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read > 0) {
            digest.update(bytes, offset, read);
            count += read;
        }
        return read;
    }

    @Override
    public long skip(long length) throws IOException {
        return readNBytes((int) Math.min(length, Integer.MAX_VALUE)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /**
     * Reads what is left and compares the whole with the manifest. It can be asked once.
     *
     * @throws FileFaultException {@code file_cut} when there is less than the manifest says, {@code size_wrong} when there is more,
     *     {@code hash_wrong} when the bytes are others
     */
    public void require(Manifest.FileMeasure expected) throws IOException {
        transferTo(OutputStream.nullOutputStream());
        if (count != expected.bytes()) {
            throw new FileFaultException(
                    count < expected.bytes() ? FileFault.FILE_CUT : FileFault.SIZE_WRONG, 0, String.valueOf(count));
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(expected.sha256())) {
            throw new FileFaultException(FileFault.HASH_WRONG, 0, "");
        }
    }
}
