package vn.dancu.bus.gateway.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** The one media type that the REST door reads (RFC 8259 §8.1: JSON is UTF-8). */
final class JsonBody {

    static void requireJson(HttpServletRequest request) {
        if (!isJson(request.getContentType())) {
            throw BusException.of(
                    ErrorCode.MEDIA_TYPE_UNSUPPORTED, "Content-Type", "application/json, charset absent or utf-8");
        }
    }

    static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            Charset charset = type.getCharset();
            return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    && (charset == null || charset.equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private JsonBody() {}
}
