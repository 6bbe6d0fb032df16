package vn.dancu.bus.message.wire;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * The bytes of one document as they come: no more than the limit, without byte order mark, and valid UTF-8 without NUL
 * (RFC 3629), which parsers check less strictly. Whatever is wrong is thrown as a refusal by the read that meets it.
 */
final class DocumentStream extends InputStream {

    private static final int MARK_LENGTH = 4;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final long HIGHEST_BITS = 0x8080808080808080L;

    private final InputStream in;
    private final long limit;
    private final byte[] head;
    private int headFrom;
    private int headTo;
    private long count;
    // How many continuation bytes are awaited, and between what the next one must lie.
    private int awaited;
    private int least;
    private int most;

    DocumentStream(InputStream in, long limit) {
        this.in = in;
        this.limit = limit;
        this.head = new byte[MARK_LENGTH];
        try {
            headTo = Math.max(0, in.readNBytes(head, 0, MARK_LENGTH));
        } catch (IOException e) {
            throw failure(e);
        }
        if (DocumentInput.isUtf16(head, headTo)) {
            throw DocumentInput.refusal(ErrorCode.MESSAGE_ENCODING_UNSUPPORTED, "UTF-8");
        }
        if (DocumentInput.isMarked(head, headTo)) {
            headFrom = 3;
        }
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) {
        int read = fill(to, from, length);
        if (read < 0) {
            if (awaited > 0) {
                throw notUtf8();
            }
            return read;
        }
        count += read;
        if (count > limit) {
            throw DocumentInput.refusal(ErrorCode.MESSAGE_TOO_LARGE, "at most " + limit + " bytes");
        }
        check(to, from, from + read);
        return read;
    }

    private int fill(byte[] to, int from, int length) {
        if (headFrom < headTo) {
            int read = Math.min(length, headTo - headFrom);
            System.arraycopy(head, headFrom, to, from, read);
            headFrom += read;
            return read;
        }
        try {
            return in.read(to, from, length);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private void check(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (awaited == 0) {
                while (at + Long.BYTES <= to && isAscii((long) LONGS.get(bytes, at))) {
                    at += Long.BYTES;
                }
                while (at < to && bytes[at] > 0) {
                    at++;
                }
                if (at < to) {
                    start(bytes[at++] & 0xff);
                }
            } else {
                int next = bytes[at++] & 0xff;
                if (next < least || next > most) {
                    throw notUtf8();
                }
                awaited--;
                least = 0x80;
                most = 0xbf;
            }
        }
    }

    // No byte has its highest bit, and none is zero, which would borrow it in the subtraction.
    private static boolean isAscii(long eight) {
        return ((eight | (eight - LOWEST_BITS)) & HIGHEST_BITS) == 0;
    }

    // The well-formed byte sequences of the Unicode standard, table 3-7.
    private void start(int first) {
        least = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        most = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (first >= 0xc2 && first <= 0xdf) {
            awaited = 1;
        } else if (first >= 0xe0 && first <= 0xef) {
            awaited = 2;
        } else if (first >= 0xf0 && first <= 0xf4) {
            awaited = 3;
        } else {
            throw notUtf8();
        }
    }

    private static BusException notUtf8() {
        return DocumentInput.refusal(ErrorCode.MESSAGE_MALFORMED, "valid UTF-8 without NUL");
    }

    private static BusException failure(IOException e) {
        BusException refusal = DocumentInput.behind(e);
        return refusal != null ? refusal : new BusException(ErrorCode.MESSAGE_MALFORMED, e);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
