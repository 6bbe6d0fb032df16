package vn.dancu.bus.enrichment.file;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.file.zip.ZipOfOneFile;

/**
 * The data of a file, out of its container where it has one: gzip, Zstandard, or a ZIP of one file. The first bytes say which; a
 * workbook is a ZIP itself and stays one. More data than the limits is refused while it is unpacked.
 */
final class UnpackedBytes extends InputStream {

    private static final int SIGNATURE = 4;
    private static final int BUFFER = 64 * 1024;
    private static final long RATIO_FROM = 1024 * 1024;

    private final PackedBytes packed;
    private final InputStream data;
    private final FileLimits limits;
    private long unpacked;

    private UnpackedBytes(PackedBytes packed, InputStream data, FileLimits limits) {
        this.packed = packed;
        this.data = data;
        this.limits = limits;
    }

    /** @throws FileFaultException when the container is damaged, encrypted or holds another number of files than one */
    static UnpackedBytes open(InputStream file, FileFormat format, FileLimits limits) throws IOException {
        PackedBytes packed = new PackedBytes(file);
        PushbackInputStream bytes = new PushbackInputStream(packed, SIGNATURE);
        byte[] first = bytes.readNBytes(SIGNATURE);
        bytes.unread(first);
        try {
            return new UnpackedBytes(packed, data(bytes, first, format), limits);
        } catch (IOException e) {
            throw fault(e, packed);
        }
    }

    private static InputStream data(InputStream bytes, byte[] first, FileFormat format) throws IOException {
        if (starts(first, 0x1F, 0x8B)) {
            return new GZIPInputStream(bytes, BUFFER);
        }
        if (starts(first, 0x28, 0xB5, 0x2F, 0xFD)) {
            return new ZstdInputStream(bytes);
        }
        if (starts(first, 'P', 'K') && format != FileFormat.XLSX) {
            return new ZipOfOneFile(bytes);
        }
        return bytes;
    }

    private static boolean starts(byte[] first, int... signature) {
        for (int i = 0; i < signature.length; i++) {
            if (i >= first.length || first[i] != (byte) signature[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count;
        try {
            count = data.read(bytes, offset, length);
        } catch (IOException e) {
            throw fault(e, packed);
        }
        unpacked += Math.max(0, count);
        if (unpacked > limits.unpackedBytes() || (unpacked > RATIO_FROM && unpacked / limits.ratio() > packed.count)) {
            throw new FileFaultException(FileFault.UNPACKED_TOO_LARGE, 0, "");
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        data.close();
    }

    /** What the unpacking says of a container is a fault of the file; what the stream under it says is not. */
    private static IOException fault(IOException e, PackedBytes packed) {
        if (packed.failure == e) {
            return e;
        }
        if (e instanceof EOFException || (e instanceof ZstdIOException && packed.ended)) {
            throw new FileFaultException(FileFault.FILE_CUT, 0, "");
        }
        if (e instanceof ZipException || e instanceof ZstdIOException) {
            throw new FileFaultException(FileFault.CONTAINER_INVALID, 0, "");
        }
        return e;
    }

    /** Counts what is read of the file and remembers how reading it failed. */
    private static final class PackedBytes extends FilterInputStream {

        private long count;
        private boolean ended;
        private @Nullable IOException failure;

        PackedBytes(InputStream file) {
            super(file);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                int read = in.read(bytes, offset, length);
                ended |= read < 0;
                count += Math.max(0, read);
                return read;
            } catch (IOException e) {
                failure = e;
                throw e;
            }
        }
    }
}
