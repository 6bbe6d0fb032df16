package vn.dancu.bus.message.wire;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;

/** Documents as bytes: bounded, and only in UTF-8. */
public final class DocumentInput {

    private static final String DOCUMENT = "/";

    private DocumentInput() {}

    /** The bytes of a document in UTF-8 without its byte order mark, no more of them than the limit. */
    public static InputStream open(InputStream document, long limit) {
        return new DocumentStream(document, limit);
    }

    /** A refusal of the document as a whole. */
    public static BusException refusal(ErrorCode code, String rule) {
        return BusException.of(code, DOCUMENT, rule);
    }

    /** Whether a refusal concerns the document as a whole and no place in it. */
    public static boolean isOfDocument(Refusal refusal) {
        return DOCUMENT.equals(refusal.field());
    }

    /** The refusal that was thrown while a stream was read, if one is behind this failure. */
    public static @Nullable BusException behind(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BusException refusal) {
                return refusal;
            }
        }
        return null;
    }

    // With a mark, or a zero byte beside the first character, which is '<', '{', '[' or white space in every document
    // of ours.
    static boolean isUtf16(byte[] head, int length) {
        if (length < 2) {
            return false;
        }
        int first = head[0] & 0xff;
        int second = head[1] & 0xff;
        return (first == 0xfe && second == 0xff)
                || (first == 0xff && second == 0xfe)
                || (first == 0 && isStart(second))
                || (second == 0 && isStart(first));
    }

    private static boolean isStart(int c) {
        return c == '<' || c == '{' || c == '[';
    }

    static boolean isMarked(byte[] head, int length) {
        return length >= 3 && (head[0] & 0xff) == 0xef && (head[1] & 0xff) == 0xbb && (head[2] & 0xff) == 0xbf;
    }
}
