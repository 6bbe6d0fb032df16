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
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.DocumentEncoding;

/**
 * Reads the JSON body of a request into a record, strictly: UTF-8, limited in size and in 20 levels, no key twice, no property
 * that the record does not have, every component that is not {@code @Nullable} present, no text where a number is due and no
 * number where a time is due. Each refusal names the property by its path, such as {@code contacts[0].phone}, and never
 * repeats a value.
 */
public final class StrictJsonBody {

    /** For the administration: an unknown property is named, at most 256 kB are read. */
    public static final StrictJsonBody OF_ADMINISTRATION = new StrictJsonBody(256 * 1024, true);

    /** For partners: the name of an unknown property may be personal and is not repeated; the door limits the size. */
    public static final StrictJsonBody OF_PARTNERS = new StrictJsonBody(Long.MAX_VALUE, false);

    private static final String BODY = "body";

    private final long maxBytes;
    private final boolean namesUnknown;

    private StrictJsonBody(long maxBytes, boolean namesUnknown) {
        this.maxBytes = maxBytes;
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
        JsonNode tree = parse(request);
        if (!tree.isObject()) {
            throw tree.isMissingNode()
                    ? BusException.of(ErrorCode.MESSAGE_MALFORMED, BODY, "well-formed JSON, one object")
                    : BusException.of(ErrorCode.MESSAGE_INVALID, BODY, "a JSON object");
        }
        RequiredParts.check(tree, type);
        try {
            return StrictJson.MAPPER.treeToValue(tree, type);
        } catch (UnrecognizedPropertyException e) {
            String path = path(e);
            String shown = namesUnknown ? path : path.substring(0, path.lastIndexOf('.') + 1) + "*";
            throw refused(ErrorCode.FIELD_UNKNOWN, shown, "a property of the contract", e);
        } catch (StrictJson.BrokenRuleException e) {
            throw refused(ErrorCode.FIELD_INVALID, path(e), e.getOriginalMessage(), e);
        } catch (JsonMappingException e) {
            throw refused(ErrorCode.FIELD_INVALID, path(e), "as the contract says", e);
        } catch (JacksonException e) {
            throw refused(ErrorCode.MESSAGE_MALFORMED, "body", "JSON", e);
        }
    }

    /**
     * Requires the one media type of JSON bodies (RFC 8259 §8.1: JSON is UTF-8).
     *
     * @throws BusException {@code media_type_unsupported} or {@code message_encoding_unsupported}
     */
    public static void requireJson(@Nullable String contentType) {
        String type =
                Objects.requireNonNullElse(contentType, "").split(";", 2)[0].strip();
        if (!type.equalsIgnoreCase(MediaType.APPLICATION_JSON_VALUE)) {
            throw BusException.of(
                    ErrorCode.MEDIA_TYPE_UNSUPPORTED, "Content-Type", "application/json, charset absent or utf-8");
        }
        DocumentEncoding.isStated(contentType);
    }

    private JsonNode parse(HttpServletRequest request) {
        try {
            JsonNode tree = StrictJson.MAPPER.readTree(DocumentEncoding.utf8(request.getInputStream(), maxBytes));
            StrictJson.requireText(tree, "");
            return tree;
        } catch (StreamReadException | StreamConstraintsException e) {
            throw StrictJson.refusal(e);
        } catch (JacksonException e) {
            throw refused(ErrorCode.MESSAGE_MALFORMED, BODY, "one JSON object and nothing after it", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BusException e) {
            throw ofBody(e);
        }
    }

    /** A refusal of the document as a whole names the body, as everywhere at this door. */
    private static BusException ofBody(BusException e) {
        Refusal refusal = e.refusal();
        return "/".equals(refusal.field())
                ? new BusException(new Refusal(refusal.code(), BODY, refusal.rule(), refusal.occurrence()), e)
                : e;
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
