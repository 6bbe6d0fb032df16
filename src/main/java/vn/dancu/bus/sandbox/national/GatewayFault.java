package vn.dancu.bus.sandbox.national;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sandbox.fault.MockAnswer;

/** What an OAuth2 gateway says in the place of the service behind it, in the words of WSO2 API Manager. */
final class GatewayFault {

    static final String EXPIRED = "900901";

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final Map<String, String> WORDS = Map.of(
            EXPIRED,
            "Invalid Credentials",
            "900902",
            "Missing Credentials",
            "900800",
            "Message throttled out",
            "700700",
            "API blocked");

    private GatewayFault() {}

    /** As newer gateways write it. */
    static MockAnswer json(String code) {
        String message = words(code);
        return MockAnswer.of(
                        status(code),
                        NationalWire.JSON_TYPE,
                        "{\"fault\":{\"code\":" + code + ",\"message\":\"" + message + "\",\"description\":\"" + message
                                + "\"}}")
                .with(headers(code));
    }

    /** As older gateways write it. */
    static MockAnswer xml(String code) {
        String message = words(code);
        return MockAnswer.of(
                        status(code),
                        "application/xml;charset=UTF-8",
                        "<ams:fault xmlns:ams=\"http://wso2.org/apimanager/security\"><ams:code>" + code
                                + "</ams:code><ams:message>" + message + "</ams:message><ams:description>" + message
                                + "</ams:description></ams:fault>")
                .with(headers(code));
    }

    /** An error of the token endpoint (RFC 6749 §5.2). */
    static MockAnswer token(int status, String error, @Nullable String description) {
        String text = description == null ? "" : ",\"error_description\":\"" + description + "\"";
        return MockAnswer.of(status, NationalWire.JSON_TYPE, "{\"error\":\"" + error + "\"" + text + "}");
    }

    private static String words(String code) {
        return WORDS.getOrDefault(code, "Unclassified failure");
    }

    private static Map<String, String> headers(String code) {
        return status(code) == UNAUTHORIZED ? Map.of("WWW-Authenticate", "OAuth2 realm=\"API Manager\"") : Map.of();
    }

    private static int status(String code) {
        if (code.startsWith("9009")) {
            return UNAUTHORIZED;
        }
        return code.startsWith("9008") ? TOO_MANY : UNAVAILABLE;
    }
}
