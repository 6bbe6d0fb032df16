package vn.dancu.bus.gateway.enrichment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Bodies that are no messages: manifests and files. */
final class SentBytes {

    /** Longer ones are refused by their reader. */
    private static final int MANIFEST = 64 * 1024 + 1;

    /** @throws BusException {@code media_type_unsupported} for another type: the container reads forms by itself */
    static void require(HttpServletRequest request, MediaType... types) {
        MediaType sent = type(request.getContentType());
        if (sent == null || Arrays.stream(types).noneMatch(type -> type.equalsTypeAndSubtype(sent))) {
            throw BusException.of(
                    ErrorCode.MEDIA_TYPE_UNSUPPORTED,
                    "Content-Type",
                    Arrays.stream(types).map(MediaType::toString).collect(Collectors.joining(" or ")));
        }
    }

    private static @Nullable MediaType type(@Nullable String text) {
        try {
            return text == null ? null : MediaType.parseMediaType(text);
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }

    static byte[] manifest(InputStream body) throws IOException {
        return body.readNBytes(MANIFEST);
    }

    /** A manifest in a header: base64url of the JSON object, or the JWS as it is, which has two dots. Empty where there is none. */
    static byte[] manifest(@Nullable String header) {
        String text = header == null ? "" : header.strip();
        if (text.indexOf('.') >= 0) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw BusException.of(ErrorCode.HEADER_INVALID, BatchController.MANIFEST, "base64url, or a compact JWS");
        }
    }

    private SentBytes() {}
}
