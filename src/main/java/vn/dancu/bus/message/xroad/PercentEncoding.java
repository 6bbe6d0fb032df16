package vn.dancu.bus.message.xroad;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Percent-encoding of one part of a path (RFC 3986 §2.1), in UTF-8; the part may hold a slash. */
final class PercentEncoding {

    private static final String UNRESERVED = "-._~";
    private static final String MARKED = "'()+,=!$&*@:;";
    private static final char[] DIGITS = "0123456789ABCDEF".toCharArray();

    private PercentEncoding() {}

    static String escape(String part) {
        StringBuilder escaped = new StringBuilder(part.length());
        for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
            if (isLetterOrDigit(b) || UNRESERVED.indexOf(b) >= 0) {
                escaped.append((char) b);
            } else {
                escaped.append('%').append(DIGITS[(b >> 4) & 0xf]).append(DIGITS[b & 0xf]);
            }
        }
        return escaped.toString();
    }

    /** The parts of a path; a character that a path must escape is refused, so that nothing is read in two ways. */
    static List<String> split(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            parts.add(plain(part));
        }
        return parts;
    }

    private static String plain(String part) {
        ByteBuffer bytes = ByteBuffer.allocate(part.length());
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '%' && i + 2 < part.length()) {
                bytes.put((byte) (digit(part.charAt(i + 1)) << 4 | digit(part.charAt(i + 2))));
                i += 2;
            } else if (isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0 || MARKED.indexOf(c) >= 0) {
                bytes.put((byte) c);
            } else {
                throw wrong();
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw wrong();
        }
    }

    private static int digit(char c) {
        int digit = c < 128 ? Character.digit(c, 16) : -1;
        if (digit < 0) {
            throw wrong();
        }
        return digit;
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static IllegalArgumentException wrong() {
        return new IllegalArgumentException("A part of an identifier is UTF-8 in percent-encoding");
    }
}
