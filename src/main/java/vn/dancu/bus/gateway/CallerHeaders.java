package vn.dancu.bus.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerMapping;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;

/** Optional properties of a question in X-Road's headers: which values are refused, and which are recorded. */
public final class CallerHeaders {

    private static final String ISSUE = "X-Road-Issue";
    private static final String REPRESENTED = "X-Road-Represented-Party";
    private static final String USER = "X-Road-UserId";
    /** W3C Trace Context; what has not its form is left alone, as that standard says. */
    public static final String TRACEPARENT = "traceparent";

    private static final List<String> HEADERS = List.of(ISSUE, REPRESENTED);
    private static final int MAX_HEADER_LENGTH = 256;
    private static final int MAX_METHOD_LENGTH = 16;

    /** Why the headers of this request cannot be taken; null when they can. */
    static @Nullable Refusal flaw(HttpServletRequest request) {
        for (String header : HEADERS) {
            if (request.getHeader(header) == null) {
                continue;
            }
            List<String> values = Collections.list(request.getHeaders(header));
            if (values.size() > 1) {
                return Refusal.of(ErrorCode.HEADER_INVALID, header, "comes once");
            }
            if (!values.isEmpty() && decoded(values.get(0)) == null) {
                return refusal(header, "UTF-8, raw or percent-encoded (RFC 3986)");
            }
        }
        return null;
    }

    /** Why this value of a message's property cannot be taken; null when it can, or there is none. */
    public static @Nullable Refusal flaw(String property, @Nullable String value) {
        return value == null || isFit(value) ? null : refusal(property, "text");
    }

    /** The traits of an HTTP request; what {@link #flaw} refuses is left out. */
    public static InquiryOrigin.Traits of(HttpServletRequest request) {
        Door door = Door.of(request);
        boolean rest = door.isRest();
        String method = request.getMethod();
        return new InquiryOrigin.Traits(
                taken(request, ISSUE),
                taken(request, REPRESENTED),
                rest && method != null && method.length() <= MAX_METHOD_LENGTH && isFit(method) ? method : null,
                rest ? template(request) : null,
                request.getRemoteAddr(),
                request.getHeader(TRACEPARENT));
    }

    /**
     * The user whose action led to the request, as X-Road names one; null when the request does not say.
     *
     * @throws BusException {@code header_invalid}
     */
    public static @Nullable String userId(HttpServletRequest request) {
        String user = taken(request, USER);
        if (user == null && request.getHeader(USER) != null) {
            throw new BusException(refusal(USER, "UTF-8, raw or percent-encoded (RFC 3986)"));
        }
        return user;
    }

    /** The value when it is fit; null otherwise. */
    public static @Nullable String taken(@Nullable String value) {
        return value != null && !value.isBlank() && isFit(value) ? value.strip() : null;
    }

    private static @Nullable String taken(HttpServletRequest request, String header) {
        String value = request.getHeader(header);
        return value == null ? null : taken(decoded(value));
    }

    /** A path as it was sent may hold a person's number; the pattern that it matched never does. */
    private static @Nullable String template(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern instanceof String path && isWithService(path) ? path : null;
    }

    private static boolean isWithService(String path) {
        return path.startsWith("/api/") || Door.ofPath(path) == Door.ADAPTER || path.startsWith("/r1/");
    }

    /**
     * The container takes a header's bytes for Latin letters, and askers write UTF-8, raw or percent-encoded; null when it
     * is not fit.
     */
    private static @Nullable String decoded(String header) {
        byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer plain = ByteBuffer.allocate(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                plain.put(bytes[i]);
            } else if (i + 2 < bytes.length && isHex(bytes[i + 1]) && isHex(bytes[i + 2])) {
                plain.put((byte) (Character.digit(bytes[i + 1], 16) << 4 | Character.digit(bytes[i + 2], 16)));
                i += 2;
            } else {
                return null;
            }
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(plain.flip()).toString();
            return isFit(text) ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean isHex(byte character) {
        return character > 0 && Character.digit(character, 16) >= 0;
    }

    private static boolean isFit(String text) {
        return text.length() <= MAX_HEADER_LENGTH && text.codePoints().noneMatch(CallerHeaders::isHostile);
    }

    /** Control characters, halves of a character, and what turns the direction of writing around. */
    private static boolean isHostile(int character) {
        int type = Character.getType(character);
        return Character.isISOControl(character)
                || type == Character.SURROGATE
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static Refusal refusal(String name, String form) {
        return Refusal.of(
                ErrorCode.HEADER_INVALID,
                name,
                "at most " + MAX_HEADER_LENGTH + " characters of " + form + ", no control character");
    }

    private CallerHeaders() {}
}
