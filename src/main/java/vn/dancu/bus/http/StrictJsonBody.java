package vn.dancu.bus.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;

/**
 * Reads the JSON body of a request into a record, strictly: UTF-8, limited in size and in 20 levels, no key twice, no property
 * that the record does not have, every component that is not {@code @Nullable} present, no text where a number is due and no
 * number where a time is due. Each refusal names the property by its path, such as {@code contacts[0].phone}, and never
 * repeats a value.
 */
public final class StrictJsonBody {

    /** For the administration: an unknown property is named, at most 256 kB are read. */
    public static final StrictJsonBody OF_ADMINISTRATION =
            new StrictJsonBody(256 * 1024, ErrorCode.FIELD_INVALID, true);

    /** For partners: the name of an unknown property may be personal and is not repeated; the door limits the size. */
    public static final StrictJsonBody OF_PARTNERS =
            new StrictJsonBody(Integer.MAX_VALUE - 1, ErrorCode.MESSAGE_INVALID, false);

    private final int maxBytes;
    private final ErrorCode notAnObject;
    private final boolean namesUnknown;

    private StrictJsonBody(int maxBytes, ErrorCode notAnObject, boolean namesUnknown) {
        this.maxBytes = maxBytes;
        this.notAnObject = notAnObject;
        this.namesUnknown = namesUnknown;
    }

    /**
     * The body as that record. A record may hold texts, numbers, booleans, enums, {@code java.time} values, other records,
     * and lists or maps of these; an {@code IllegalArgumentException} of a compact constructor becomes
     * {@code field_invalid}, a {@code BusException} goes on as it is.
     *
     * @throws BusException {@code media_type_unsupported}, {@code message_too_large}, {@code message_invalid},
     *     {@code message_encoding_unsupported}, {@code message_malformed}, {@code depth_limit_exceeded},
     *     {@code field_duplicated}, {@code field_unknown}, {@code field_missing} or {@code field_invalid}
     */
    public <T extends Record> T read(HttpServletRequest request, Class<T> type) {
        requireJson(request.getContentType());
        JsonNode tree = parse(text(request));
        if (!tree.isObject()) {
            throw BusException.of(notAnObject, "body", "a JSON object");
        }
        RequiredParts.check(tree, type);
        try {
            return StrictJson.MAPPER.treeToValue(tree, type);
        } catch (UnrecognizedPropertyException e) {
            String path = path(e);
            String shown = namesUnknown ? path : path.substring(0, path.lastIndexOf('.') + 1) + "*";
            throw refused(ErrorCode.FIELD_UNKNOWN, shown, "a property of the contract", e);
        } catch (JsonMappingException e) {
            throw refused(ErrorCode.FIELD_INVALID, path(e), "as the contract says", e);
        } catch (JacksonException e) {
            throw refused(ErrorCode.MESSAGE_MALFORMED, "body", "JSON", e);
        }
    }

    /**
     * Requires the one media type of JSON bodies (RFC 8259 §8.1: JSON is UTF-8).
     *
     * @throws BusException {@code media_type_unsupported}
     */
    public static void requireJson(@Nullable String contentType) {
        if (!isJson(contentType)) {
            throw BusException.of(
                    ErrorCode.MEDIA_TYPE_UNSUPPORTED, "Content-Type", "application/json, charset absent or utf-8");
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            MediaType type = MediaType.parseMediaType(Objects.requireNonNullElse(contentType, ""));
            return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    && (type.getCharset() == null || type.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private String text(HttpServletRequest request) {
        try {
            byte[] bytes = request.getInputStream().readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw refused(ErrorCode.MESSAGE_TOO_LARGE, "body", "at most " + maxBytes / 1024 + " kB", null);
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(ErrorCode.MESSAGE_ENCODING_UNSUPPORTED, "body", "UTF-8", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String text) {
        try {
            return StrictJson.MAPPER.readTree(text);
        } catch (StreamReadException | StreamConstraintsException e) {
            throw StrictJson.refusal(e);
        } catch (JacksonException e) {
            throw refused(ErrorCode.MESSAGE_MALFORMED, "body", "one JSON object and nothing after it", e);
        }
    }

    /** As {@code grants[0].fields}; a name that a stranger made up is shortened to harmless characters. */
    private static String path(JsonMappingException e) {
        String path = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceAll("[^\\[\\].A-Za-z0-9_-]", "_");
        String whole = path.startsWith(".") ? path.substring(1) : path;
        return whole.isEmpty() ? "body" : whole.substring(0, Math.min(whole.length(), 200));
    }

    private static BusException refused(ErrorCode code, String field, String rule, @Nullable Throwable cause) {
        return new BusException(Refusal.of(code, field, rule), busException(cause));
    }

    private static @Nullable Throwable busException(@Nullable Throwable cause) {
        if (cause != null && cause.getCause() instanceof BusException stopped) {
            throw stopped;
        }
        return cause;
    }
}
