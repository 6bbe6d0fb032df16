package vn.dancu.bus.desk.body;

import java.time.Duration;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import vn.dancu.bus.kernel.Sha256;

/** An answer that anybody may keep for a short while and ask for again by its tag. */
public final class PublicResponses {

    private static final Duration CACHE_TIME = Duration.ofMinutes(1);
    private static final int TAG_BYTES = 16;

    /** Spring answers 304 by the tag itself. */
    public static ResponseEntity<byte[]> of(MediaType type, byte[] body) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(CACHE_TIME).cachePublic())
                .eTag(tag(body))
                .body(body);
    }

    private static String tag(byte[] body) {
        return "\"" + HexFormat.of().formatHex(Sha256.of(body), 0, TAG_BYTES) + "\"";
    }

    private PublicResponses() {}
}
