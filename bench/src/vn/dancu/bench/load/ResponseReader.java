package vn.dancu.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One HTTP/1.1 answer as its bytes come in; by Content-Length or chunked. Used again for the next answer. */
final class ResponseReader {

    private static final int NOT_YET = -1;

    private byte[] bytes = new byte[16 * 1024];
    private int filled;
    private int bodyStart;
    private int contentLength;
    private boolean chunked;
    private byte[] body = new byte[0];
    private int bodyLength;

    void reset() {
        filled = 0;
        bodyStart = NOT_YET;
        contentLength = 0;
        chunked = false;
        bodyLength = 0;
    }

    /** Takes what came and says whether the answer is whole. */
    boolean take(ByteBuffer in) {
        int more = in.remaining();
        if (filled + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, filled + more));
        }
        in.get(bytes, filled, more);
        filled += more;
        if (bodyStart == NOT_YET && !readHead()) {
            return false;
        }
        return chunked ? joinChunks() : takeFixed();
    }

    int status() {
        return (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + (bytes[11] - '0');
    }

    boolean bodyContains(byte[] wanted) {
        int last = bodyLength - wanted.length;
        for (int i = 0; i <= last; i++) {
            if (body[i] == wanted[0] && Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    int bodyLength() {
        return bodyLength;
    }

    byte[] body() {
        return Arrays.copyOf(body, bodyLength);
    }

    private boolean readHead() {
        for (int i = 3; i < filled; i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n' && bytes[i - 3] == '\r') {
                bodyStart = i + 1;
                readLength(new String(bytes, 0, i, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
                return true;
            }
        }
        return false;
    }

    private void readLength(String head) {
        chunked = head.contains("\r\ntransfer-encoding: chunked");
        int at = head.indexOf("\r\ncontent-length:");
        if (at >= 0) {
            int from = at + "\r\ncontent-length:".length();
            contentLength = Integer.parseInt(
                    head.substring(from, head.indexOf('\r', from)).strip());
        } else if (!chunked) {
            throw new IllegalStateException("An answer came without a length");
        }
    }

    private boolean takeFixed() {
        if (filled - bodyStart < contentLength) {
            return false;
        }
        keep(bodyStart, contentLength);
        return true;
    }

    /** Small answers come in one piece, so the chunks are walked from the first each time. */
    private boolean joinChunks() {
        bodyLength = 0;
        int at = bodyStart;
        while (true) {
            int lineEnd = lineEnd(at);
            if (lineEnd < 0) {
                return false;
            }
            int size = hex(at, lineEnd);
            int next = lineEnd + 2 + size + 2;
            if (next > filled) {
                return false;
            }
            if (size == 0) {
                return true;
            }
            keep(lineEnd + 2, size);
            at = next;
        }
    }

    private int lineEnd(int from) {
        for (int i = from; i + 1 < filled; i++) {
            if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
                return i;
            }
        }
        return NOT_YET;
    }

    private int hex(int from, int to) {
        int value = 0;
        for (int i = from; i < to && bytes[i] != ';'; i++) {
            value = value * 16 + Character.digit(bytes[i], 16);
        }
        return value;
    }

    private void keep(int from, int length) {
        if (bodyLength + length > body.length) {
            body = Arrays.copyOf(body, Math.max(4096, (bodyLength + length) * 2));
        }
        System.arraycopy(bytes, from, body, bodyLength, length);
        bodyLength += length;
    }
}
