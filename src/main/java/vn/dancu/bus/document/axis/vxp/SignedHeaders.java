package vn.dancu.bus.document.axis.vxp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.dancu.bus.document.AxisSettings.Credentials;

/**
 * The headers of one call. The parameters are named bare; on the wire each has the prefix {@value #PREFIX}, and all of them
 * stand once more in one JSON text, which is what is signed.
 */
final class SignedHeaders {

    static final String PREFIX = "XroadVnpt-";
    static final String VERSION = "3.0.201608";

    private static final String ALGORITHM = "HmacSHA256";
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    // What follows the plus is milliseconds and no offset: the kit's own pattern is ddMMyyyy'T'HHmmss+SSSS.
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("ddMMuuuu'T'HHmmss'+0'SSS", Locale.ROOT);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Credentials credentials;
    private final Clock clock;

    SignedHeaders(Credentials credentials, Clock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Everything that goes over the wire for these parameters, in an order that stays. */
    Map<String, String> of(String contentType, Map<String, String> parameters) {
        Map<String, String> signed = new LinkedHashMap<>();
        signed.put("systemid", credentials.systemId());
        signed.put("timestamp", TIMESTAMP.format(clock.instant().atZone(VIETNAM)));
        signed.put("Content-Type", contentType);
        signed.putAll(parameters);
        Map<String, String> headers = new LinkedHashMap<>();
        signed.forEach((name, value) -> headers.put(PREFIX + name, value));
        String text = json(headers);
        headers.put(PREFIX + "sign-header-key", String.join(";", signed.keySet()));
        headers.put(PREFIX + "sign-header", text);
        headers.put(PREFIX + "hash-header", hash(credentials.secret(), text));
        headers.put(PREFIX + "version", VERSION);
        headers.put("Content-Type", contentType);
        return headers;
    }

    /** HMAC-SHA256 over the text, in lower hex. */
    static String hash(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }

    /** The hash of a file as the kit writes it: each byte in hex without a leading zero. */
    static String fileHash(String sha256) {
        StringBuilder text = new StringBuilder(sha256.length());
        for (byte one : HexFormat.of().parseHex(sha256)) {
            text.append(Integer.toHexString(one & 0xff));
        }
        return text.toString();
    }

    private static String json(Map<String, String> headers) {
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts are JSON", e);
        }
    }
}
