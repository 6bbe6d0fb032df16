package vn.dancu.bus.message;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.wire.DocumentInput;

/**
 * Which charset a document has: the one of its content type, else the one that it declares or marks itself (RFC 7303 §3),
 * else UTF-8, whatever the media type is. UTF-8 is the only one that is read, and its part US-ASCII with it.
 */
public final class DocumentEncoding {

    private static final String PARAMETER = "charset";
    private static final String DECLARATION = "<?xml";
    private static final Pattern ENCODING = Pattern.compile("\\s+encoding\\s*=\\s*(\"[^\"]*\"|'[^']*')");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private DocumentEncoding() {}

    /** Whether this names UTF-8 or US-ASCII; programs spell it {@code UTF-8}, {@code utf8} or {@code UTF_8}. */
    public static boolean isUtf8(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
        return plain.equals("utf8") || plain.equals("usascii") || plain.equals("ascii");
    }

    /**
     * Whether the content type states the charset, so that what the document declares itself does not count.
     *
     * @throws BusException {@code message_encoding_unsupported} when it states another one
     */
    public static boolean isStated(@Nullable String contentType) {
        String charset = contentType == null ? "" : charset(contentType);
        if (charset.isEmpty()) {
            return false;
        }
        if (!isUtf8(charset)) {
            throw BusException.of(ErrorCode.MESSAGE_ENCODING_UNSUPPORTED, "Content-Type", "charset utf-8");
        }
        return true;
    }

    /** The value of the parameter; empty when there is none. */
    private static String charset(String contentType) {
        for (int at = contentType.indexOf(';'); at >= 0; at = contentType.indexOf(';', at + 1)) {
            int next = contentType.indexOf(';', at + 1);
            String parameter = contentType.substring(at + 1, next < 0 ? contentType.length() : next);
            int equals = parameter.indexOf('=');
            if (equals >= 0 && parameter.substring(0, equals).strip().equalsIgnoreCase(PARAMETER)) {
                return parameter.substring(equals + 1).strip().replace("\"", "").replace("'", "");
            }
        }
        return "";
    }

    /**
     * The bytes of a document in UTF-8 without its byte order mark; whatever is wrong with them is thrown by the read that
     * meets it.
     *
     * @throws BusException {@code message_too_large}, {@code message_encoding_unsupported} or {@code message_malformed}
     */
    public static InputStream utf8(InputStream document, long limit) {
        return DocumentInput.open(document, limit);
    }

    /**
     * A document that came as characters, in UTF-8. The charset that it may declare is that of the bytes it once had, such as
     * {@code utf-16} by a program that wrote it into a string; it is left out.
     */
    public static byte[] utf8(String document) {
        String text = document.isEmpty() || document.charAt(0) != BYTE_ORDER_MARK ? document : document.substring(1);
        int end = text.startsWith(DECLARATION) ? text.indexOf("?>") : -1;
        String rest = end < 0 ? text : ENCODING.matcher(text.substring(0, end)).replaceFirst("") + text.substring(end);
        return rest.getBytes(StandardCharsets.UTF_8);
    }
}
