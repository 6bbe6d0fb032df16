package vn.dancu.bus.enrichment.file.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.file.FileFault;
import vn.dancu.bus.enrichment.file.FileFaultException;
import vn.dancu.bus.enrichment.file.FileFormat;

/**
 * The data of the one file of a ZIP, read from the front, folders left out. The reader of the JDK takes a file whose 64-bit sizes stand
 * behind it for a damaged one, and programs that write a ZIP as a stream make such.
 */
public final class ZipOfOneFile extends InputStream {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int ENCRYPTED = 1;
    private static final int SIZES_BEHIND = 8;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int SHORT = 0xFFFF;
    private static final int SIZES = 1;
    private static final int SIZES_FIELD = Integer.BYTES + Long.BYTES * 2;
    private static final long IN_EXTRA = 0xFFFFFFFFL;
    private static final int BUFFER = 256 * 1024;
    private static final String WORKBOOK = "[Content_Types].xml";

    private final InputStream zip;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private boolean isStored;
    private boolean hasSizesBehind;
    private long left;
    private int expectedSum;
    private boolean ended;

    /** @throws FileFaultException when it holds no file, a workbook, or is encrypted, damaged or cut */
    public ZipOfOneFile(InputStream zip) throws IOException {
        this.zip = zip;
        String name = nextFile();
        if (name == null) {
            throw new FileFaultException(FileFault.ARCHIVE_CONTENT, 0, "0");
        }
        if (name.equals(WORKBOOK)) {
            throw new FileFaultException(FileFault.FORMAT_INVALID, 0, FileFormat.XLSX.code());
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        int count = isStored ? stored(bytes, offset, length) : inflated(bytes, offset, length);
        if (count < 0) {
            end();
            return -1;
        }
        sum.update(bytes, offset, count);
        return count;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        zip.close();
    }

    private int stored(byte[] bytes, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        require(1);
        int count = (int) Math.min(Math.min(left, length), buffer.remaining());
        buffer.get(bytes, offset, count);
        left -= count;
        return count;
    }

    private int inflated(byte[] bytes, int offset, int length) throws IOException {
        try {
            int count = inflater.inflate(bytes, offset, length);
            while (count == 0 && !inflater.finished()) {
                if (inflater.needsDictionary()) {
                    throw damaged();
                }
                require(1);
                inflater.setInput(buffer.array(), buffer.position(), buffer.remaining());
                buffer.position(buffer.limit());
                count = inflater.inflate(bytes, offset, length);
            }
            return count == 0 ? -1 : count;
        } catch (DataFormatException e) {
            throw damaged();
        }
    }

    private void end() throws IOException {
        ended = true;
        if (!isStored) {
            buffer.position(buffer.limit() - inflater.getRemaining());
        }
        if (hasSizesBehind) {
            readDescriptor();
        }
        if ((int) sum.getValue() != expectedSum) {
            throw damaged();
        }
        if (nextFile() != null) {
            throw new FileFaultException(FileFault.ARCHIVE_CONTENT, 0, "2");
        }
    }

    /** The sum and two sizes, of 32 bits or of 64: the next signature shows which. */
    private void readDescriptor() throws IOException {
        require(Integer.BYTES);
        if (buffer.getInt(buffer.position()) == DESCRIPTOR) {
            skip(Integer.BYTES);
        }
        require(Integer.BYTES * 4);
        expectedSum = buffer.getInt();
        int after = buffer.getInt(buffer.position() + Integer.BYTES * 2);
        skip(after == LOCAL || after == CENTRAL ? Integer.BYTES * 2 : Long.BYTES * 2);
    }

    /** The name of the next file, whose data comes next; null at the directory. */
    private @Nullable String nextFile() throws IOException {
        while (true) {
            require(Integer.BYTES);
            if (buffer.getInt(buffer.position()) != LOCAL) {
                return null;
            }
            require(LOCAL_LENGTH);
            int at = buffer.position();
            int flags = buffer.getShort(at + 6);
            int method = buffer.getShort(at + 8);
            expectedSum = buffer.getInt(at + 14);
            left = buffer.getInt(at + 18) & 0xFFFFFFFFL;
            int nameLength = buffer.getShort(at + 26) & SHORT;
            int extraLength = buffer.getShort(at + 28) & SHORT;
            skip(LOCAL_LENGTH);
            require(nameLength);
            String name = new String(buffer.array(), buffer.position(), nameLength, StandardCharsets.UTF_8);
            skip(nameLength);
            readExtra(extraLength);
            hasSizesBehind = (flags & SIZES_BEHIND) != 0;
            isStored = method == STORED;
            boolean isReadable = isStored ? !hasSizesBehind && left != IN_EXTRA : method == DEFLATED;
            if (!name.endsWith("/")) {
                if ((flags & ENCRYPTED) != 0 || !isReadable) {
                    throw damaged();
                }
                return name;
            }
            skipFolder();
        }
    }

    /** Fields of id, length and content; the one of 64-bit sizes has that of the plain data first, then that of the packed. */
    private void readExtra(int length) throws IOException {
        require(length);
        int end = buffer.position() + length;
        while (left == IN_EXTRA && end - buffer.position() >= SIZES_FIELD) {
            int id = buffer.getShort() & SHORT;
            int content = buffer.getShort() & SHORT;
            if (id == SIZES && content >= Long.BYTES * 2) {
                left = buffer.getLong(buffer.position() + Long.BYTES);
                if (left < 0) {
                    throw damaged();
                }
            }
            buffer.position(Math.min(end, buffer.position() + content));
        }
        buffer.position(end);
    }

    /** Folders have no data; some programs deflate none to two bytes. */
    private void skipFolder() throws IOException {
        if (hasSizesBehind) {
            byte[] none = new byte[1];
            if (isStored ? left > 0 : inflated(none, 0, 1) > 0) {
                throw damaged();
            }
            buffer.position(buffer.limit() - inflater.getRemaining());
            inflater.reset();
            readDescriptor();
        } else {
            skip((int) Math.min(left, BUFFER));
        }
    }

    private void skip(int length) throws IOException {
        require(length);
        buffer.position(buffer.position() + length);
    }

    private void require(int length) throws IOException {
        if (buffer.remaining() >= length) {
            return;
        }
        buffer.compact();
        while (buffer.position() < length) {
            int read = zip.read(buffer.array(), buffer.position(), buffer.remaining());
            if (read < 0) {
                throw new FileFaultException(FileFault.FILE_CUT, 0, "");
            }
            buffer.position(buffer.position() + read);
        }
        buffer.flip();
    }

    private static FileFaultException damaged() {
        return new FileFaultException(FileFault.CONTAINER_INVALID, 0, "");
    }
}
