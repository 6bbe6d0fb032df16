package vn.dancu.bus.enrichment.file.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.file.FileFault;
import vn.dancu.bus.enrichment.file.FileFaultException;
import vn.dancu.bus.enrichment.file.FileLimits;

/**
 * The parts of a workbook by its ZIP directory. Read from the front, as a stream, a workbook whose sizes stand behind its parts cannot be
 * told from a damaged one; writers of large workbooks make such.
 */
public final class WorkbookParts {

    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int DEFLATED = 8;
    private static final int SHORT = 0xFFFF;
    private static final int IN_ZIP64 = 0xFFFFFFFF;
    private static final int ZIP64 = 1;
    private static final long SMALL = 1024 * 1024;

    private final ByteBuffer zip;
    private final FileLimits limits;
    private final Map<String, Part> parts = new HashMap<>();
    private long unpacked;

    /** Where the packed bytes of a part are. */
    private record Part(int method, int offset, int length) {}

    /** @throws FileFaultException {@code file_cut} without a directory, {@code container_invalid} with a wrong one */
    public WorkbookParts(byte[] packed, FileLimits limits) {
        this.zip = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        this.limits = limits;
        try {
            readDirectory();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new FileFaultException(FileFault.CONTAINER_INVALID, 0, "");
        }
    }

    /** The unpacked bytes of a part; all that are read of a workbook are within the limits. Null when there is no such part. */
    public @Nullable InputStream open(String name) {
        Part part = parts.get(name);
        if (part == null) {
            return null;
        }
        InputStream bytes = new ByteArrayInputStream(zip.array(), part.offset(), part.length());
        return new PartBytes(part.method() == DEFLATED ? new InflaterInputStream(bytes, new Inflater(true)) : bytes);
    }

    private void readDirectory() {
        int end = zip.limit() - END_LENGTH;
        int first = Math.max(0, end - LONGEST_COMMENT);
        while (end >= first && zip.getInt(end) != END) {
            end--;
        }
        if (end < first) {
            throw new FileFaultException(FileFault.FILE_CUT, 0, "");
        }
        int entry = zip.getInt(end + 16);
        while (zip.getInt(entry) == ENTRY) {
            int name = zip.getShort(entry + 28) & SHORT;
            int extra = zip.getShort(entry + 30) & SHORT;
            int comment = zip.getShort(entry + 32) & SHORT;
            String path = new String(zip.array(), entry + ENTRY_LENGTH, name, StandardCharsets.UTF_8);
            parts.put(path, part(entry, entry + ENTRY_LENGTH + name, extra));
            entry += ENTRY_LENGTH + name + extra + comment;
        }
    }

    private Part part(int entry, int extra, int extraLength) {
        int length = zip.getInt(entry + 20);
        int local = zip.getInt(entry + 42);
        int far = far(extra, extra + extraLength);
        if (zip.getInt(entry + 24) == IN_ZIP64) {
            far += Long.BYTES;
        }
        if (length == IN_ZIP64) {
            length = Math.toIntExact(zip.getLong(far));
            far += Long.BYTES;
        }
        if (local == IN_ZIP64) {
            local = Math.toIntExact(zip.getLong(far));
        }
        if (zip.getInt(local) != LOCAL) {
            throw new IllegalArgumentException("The directory of a ZIP points to its parts");
        }
        int offset = local + LOCAL_LENGTH + (zip.getShort(local + 26) & SHORT) + (zip.getShort(local + 28) & SHORT);
        if (length < 0 || offset < 0 || length > zip.limit() - offset) {
            throw new IllegalArgumentException("The parts of a ZIP lie in it");
        }
        return new Part(zip.getShort(entry + 10), offset, length);
    }

    /** Where the sizes of a part are that do not fit into 32 bits. */
    private int far(int from, int to) {
        for (int field = from; field + 4 <= to; field += 4 + (zip.getShort(field + 2) & SHORT)) {
            if (zip.getShort(field) == ZIP64) {
                return field + 4;
            }
        }
        return to;
    }

    /** Counts what is unpacked of all parts together. */
    private final class PartBytes extends InputStream {

        private final InputStream part;

        PartBytes(InputStream part) {
            this.part = part;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = part.read(bytes, offset, length);
            unpacked += Math.max(0, count);
            if (unpacked > limits.unpackedBytes() || unpacked > Math.max(SMALL, (long) zip.limit() * limits.ratio())) {
                throw new FileFaultException(FileFault.UNPACKED_TOO_LARGE, 0, "");
            }
            return count;
        }
    }
}
