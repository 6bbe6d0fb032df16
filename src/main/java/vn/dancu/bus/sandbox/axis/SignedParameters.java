package vn.dancu.bus.sandbox.axis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sandbox.SandboxAxisSettings;
import vn.dancu.bus.sandbox.SandboxAxisSettings.AxisSystem;

/**
 * The parameters of one call, proved: only what was signed counts, so a header that stayed from an earlier call is not seen. Names
 * are compared without regard to case, as {@code docId} and {@code docid} are both in use.
 *
 * @param system whose secret the signature was made with
 */
record SignedParameters(AxisSystem system, Map<String, String> values) {

    private static final String PREFIX = "XroadVnpt-";
    private static final Set<String> NEEDED = Set.of("systemid", "timestamp", "content-type");
    private static final String TIMESTAMP = "[0-9]{8}T[0-9]{6}\\+[0-9]{4}";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param headers the value of a header; null where the call has none
     * @throws AxisRefusal when anything of the signature is not as it must be
     */
    static SignedParameters of(Function<String, @Nullable String> headers, SandboxAxisSettings known) {
        AxisSystem system = known.system(needed(headers, "systemid")).orElseThrow(SignedParameters::wrong);
        String text = needed(headers, "sign-header");
        // The server reads header bytes as Latin 1; the signature is over the bytes.
        byte[] expected = hmac(system.secret(), text.getBytes(StandardCharsets.ISO_8859_1));
        if (!MessageDigest.isEqual(expected, bytes(needed(headers, "hash-header")))) {
            throw wrong();
        }
        Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        parsed(text).forEach((name, value) -> {
            boolean same = name.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) && value.equals(headers.apply(name));
            if (!same || values.put(name.substring(PREFIX.length()), value) != null) {
                throw wrong();
            }
        });
        if (!lower(values.keySet())
                        .equals(lower(Set.of(needed(headers, "sign-header-key").split(";"))))
                || !lower(values.keySet()).containsAll(NEEDED)
                || !values.getOrDefault("timestamp", "").matches(TIMESTAMP)
                || !sameType(values.getOrDefault("Content-Type", ""), headers.apply("Content-Type"))) {
            throw wrong();
        }
        return new SignedParameters(system, values);
    }

    @Nullable
    String get(String name) {
        return values.get(name);
    }

    private static String needed(Function<String, @Nullable String> headers, String name) {
        String value = headers.apply(PREFIX + name);
        if (value == null) {
            throw wrong();
        }
        return value;
    }

    private static AxisRefusal wrong() {
        return new AxisRefusal(AxisRefusal.WRONG_CREDENTIALS, "SystemId, secret or signature is wrong");
    }

    private static Map<String, String> parsed(String text) {
        try {
            return JSON.readValue(text, new TypeReference<HashMap<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw wrong();
        }
    }

    private static Set<String> lower(Set<String> names) {
        Set<String> lower = new HashSet<>();
        names.forEach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
        return lower;
    }

    /** A GET has no body, so it need not have the type twice. */
    private static boolean sameType(String signed, @Nullable String sent) {
        return sent == null || sent.split(";")[0].strip().equalsIgnoreCase(signed.split(";")[0].strip());
    }

    private static byte[] bytes(String hex) {
        try {
            return HexFormat.of().parseHex(hex.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    static byte[] hmac(String secret, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
