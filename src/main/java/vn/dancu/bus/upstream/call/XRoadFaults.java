package vn.dancu.bus.upstream.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;

/** Our code of a fault of X-Road, in either form: {@code server.serverproxy.access_denied} or {@code Server.ServerProxy.AccessDenied}. */
final class XRoadFaults {

    private static final Pattern FORM = Pattern.compile("(?i)(client|server|signer)\\.[a-z0-9_.]+");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Set<String> WHERE =
            Set.of("client", "server", "signer", "clientproxy", "serverproxy", "client_proxy", "server_proxy");

    /** Null where it is no code of X-Road. */
    static @Nullable ErrorCode of(String code) {
        if (!FORM.matcher(code).matches()) {
            return null;
        }
        String word = word(code);
        return switch (word) {
            case "access_denied",
                    "unknown_member",
                    "ssl_authentication_failed",
                    "cert_validation",
                    "invalid_client_identifier" -> ErrorCode.UPSTREAM_CREDENTIALS_REFUSED;
            case "unknown_service", "service_disabled", "service_type", "maintenance_mode" ->
                ErrorCode.UPSTREAM_UNAVAILABLE;
            case "service_failed" -> ErrorCode.UPSTREAM_FAILED;
            case "inconsistent_response", "invalid_content_type", "missing_soap", "missing_rest" ->
                isOfClient(code) ? ErrorCode.UPSTREAM_REFUSED : ErrorCode.UPSTREAM_ANSWER_INVALID;
            default -> isOfClient(code) ? ErrorCode.UPSTREAM_REFUSED : ofServer(code);
        };
    }

    /** Any service may have a word of its own after {@code Server.} (SOAP 1.1 §4.4.1); X-Road has where it went wrong. */
    private static @Nullable ErrorCode ofServer(String code) {
        String[] parts = code.split("\\.");
        String where = String.join("_", HUMP.split(parts[1])).toLowerCase(Locale.ROOT);
        return parts[0].equalsIgnoreCase("signer") || WHERE.contains(where) ? ErrorCode.UPSTREAM_GATEWAY_FAILED : null;
    }

    private static boolean isOfClient(String code) {
        return code.toLowerCase(Locale.ROOT).startsWith("client.");
    }

    /** What is wrong, without where it is and what it led to. */
    private static String word(String code) {
        List<String> words = new ArrayList<>();
        for (String part : code.split("\\.")) {
            String word = String.join("_", HUMP.split(part)).toLowerCase(Locale.ROOT);
            if (!WHERE.contains(word)) {
                words.add(word);
            }
        }
        return words.isEmpty() ? "" : words.get(0);
    }

    private XRoadFaults() {}
}
