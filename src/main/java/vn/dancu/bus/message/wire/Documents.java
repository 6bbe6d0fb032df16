package vn.dancu.bus.message.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;

/** Reads a whole document into memory, no more of it than the limit, and only as UTF-8. */
public final class Documents {

    private Documents() {}

    /** The bytes of a document in UTF-8 without its byte order mark. */
    public static byte[] read(InputStream document, int limit) {
        byte[] bytes = bytes(document, limit);
        if (isUtf16(bytes)) {
            throw refusal(ErrorCode.MESSAGE_ENCODING_UNSUPPORTED, "UTF-8");
        }
        byte[] text = withoutMark(bytes);
        if (!isUtf8(text)) {
            throw refusal(ErrorCode.MESSAGE_MALFORMED, "valid UTF-8 without NUL");
        }
        return text;
    }

    /** A refusal of the document as a whole. */
    public static BusException refusal(ErrorCode code, String rule) {
        return new BusException(Refusal.of(code, "/", rule));
    }

    /** The refusal that a door threw while its stream was read, if one is behind this failure. */
    public static @Nullable BusException behind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BusException refusal) {
                return refusal;
            }
        }
        return null;
    }

    private static byte[] bytes(InputStream document, int limit) {
        try {
            byte[] bytes = document.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw refusal(ErrorCode.MESSAGE_TOO_LARGE, "at most " + limit + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            BusException refusal = behind(e);
            throw refusal != null ? refusal : new BusException(ErrorCode.MESSAGE_MALFORMED, e);
        }
    }

    // With a mark, or a zero byte beside the first character, which is '<', '{' or white space in every document of
    // ours.
    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 2) {
            return false;
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return (first == 0xfe && second == 0xff)
                || (first == 0xff && second == 0xfe)
                || (first == 0 && (second == '<' || second == '{'))
                || (second == 0 && (first == '<' || first == '{'));
    }

    private static byte[] withoutMark(byte[] bytes) {
        boolean marked = bytes.length >= 3
                && (bytes[0] & 0xff) == 0xef
                && (bytes[1] & 0xff) == 0xbb
                && (bytes[2] & 0xff) == 0xbf;
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    private static boolean isUtf8(byte[] bytes) {
        boolean ascii = true;
        for (byte b : bytes) {
            if (b == 0) {
                return false;
            }
            ascii &= b > 0;
        }
        if (ascii) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
