package vn.dancu.bus.message.xroad;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** The parts of a multipart body (RFC 2046 §5.1). Lines may end without a carriage return, and headers of parts be folded. */
final class MimeParts {

    private static final int MAX_PARTS = 100;

    private MimeParts() {}

    /**
     * One part.
     *
     * @param headers by name in small letters
     */
    record Part(Map<String, String> headers, byte[] content) {

        @Nullable
        String header(String name) {
            return headers.get(name);
        }

        /** Without one it is plain text (RFC 2046 §5.1). */
        String contentType() {
            return headers.getOrDefault("content-type", "text/plain");
        }
    }

    /** @throws BusException {@code message_malformed} at {@code MIME} */
    static List<Part> split(@Nullable String boundary, byte[] body) {
        if (boundary == null || boundary.isEmpty()) {
            throw malformed();
        }
        // One character for each byte, so that places in the text are places in the body.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String line = "--" + boundary;
        List<Part> parts = new ArrayList<>();
        int at = next(text, line, 0);
        if (at < 0) {
            throw malformed();
        }
        while (!text.startsWith("--", at + line.length())) {
            int begin = endOfLine(text, at);
            int end = next(text, line, begin);
            if (end < 0 || parts.size() == MAX_PARTS) {
                throw malformed();
            }
            parts.add(part(text.substring(begin, withoutLineBreak(text, begin, end))));
            at = end;
        }
        return parts;
    }

    /** The next line that is the boundary, or the boundary and two hyphens; one that only begins so is that of a part in a part. */
    private static int next(String text, String line, int from) {
        int at = text.indexOf(line, from);
        while (at >= 0 && !(isAtLineStart(text, at) && isWhole(text, at + line.length()))) {
            at = text.indexOf(line, at + 1);
        }
        return at;
    }

    private static boolean isAtLineStart(String text, int at) {
        return at == 0 || text.charAt(at - 1) == '\n';
    }

    /** Blanks may follow a boundary (transport padding). */
    private static boolean isWhole(String text, int after) {
        int end = text.indexOf('\n', after);
        String rest = text.substring(after, end < 0 ? text.length() : end);
        return rest.isBlank() || rest.stripTrailing().equals("--");
    }

    private static int endOfLine(String text, int at) {
        int end = text.indexOf('\n', at);
        if (end < 0) {
            throw malformed();
        }
        return end + 1;
    }

    /** The line break before a boundary belongs to the boundary. */
    private static int withoutLineBreak(String text, int begin, int end) {
        int last = end;
        if (last > begin && text.charAt(last - 1) == '\n') {
            last--;
        }
        return last > begin && text.charAt(last - 1) == '\r' ? last - 1 : last;
    }

    private static Part part(String text) {
        Map<String, String> headers = new HashMap<>();
        String name = null;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            String line = (end < 0 ? text.substring(at) : text.substring(at, end)).stripTrailing();
            at = end < 0 ? text.length() : end + 1;
            if (line.isEmpty()) {
                break;
            }
            boolean isFolded = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            int colon = line.indexOf(':');
            if (isFolded && name != null) {
                headers.merge(name, " " + line.strip(), String::concat);
            } else if (colon > 0 && !isFolded) {
                name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                headers.put(name, line.substring(colon + 1).strip());
            } else {
                throw malformed();
            }
        }
        return new Part(headers, text.substring(at).getBytes(StandardCharsets.ISO_8859_1));
    }

    static BusException malformed() {
        return BusException.of(ErrorCode.MESSAGE_MALFORMED, "MIME", "parts between boundaries (RFC 2046)");
    }
}
