package vn.dancu.bus.sandbox.national.xroad;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.xroad.XRoadHeader;
import vn.dancu.bus.message.xroad.XRoadId;

/**
 * A request of X-Road's REST protocol as a security server reads it. The web server of the mock has names of header fields in small letters
 * alone: they are hashed with those of PR-REST and of RFC 9110, which clients send.
 *
 * @param header who asks for what
 * @param service its path up to the service
 * @param rest the path after the service, without a slash before it
 * @param requestId that the security server gives it
 * @param hash of the request with that id as X-Road makes it, in Base64
 */
public record RestRequest(XRoadHeader header, String service, String rest, String requestId, String hash) {

    /** Instance, class, member, subsystem and service. */
    private static final int SERVICE_PARTS = 5;

    private static final Pattern WORD = Pattern.compile("(?<![a-z])[a-z]");

    private static final Set<String> DROPPED = Set.of(
            "transfer-encoding",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "te",
            "trailer",
            "upgrade",
            "connection",
            "user-agent",
            "host",
            "content-length",
            "server",
            "expect",
            "x-road-request-id",
            "x-road-request-hash");

    /** @param path after {@code /r1/} */
    public static RestRequest read(String path, HttpServletRequest request, byte[] body) throws XRoadFault {
        String[] parts = path.split("/", SERVICE_PARTS + 1);
        if (parts.length < SERVICE_PARTS) {
            throw new XRoadFault("client.bad_request", "The path has no service");
        }
        String service = String.join("/", Arrays.asList(parts).subList(0, SERVICE_PARTS));
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : Collections.list(request.getHeaderNames())) {
            // Of a field that comes several times the last counts.
            Collections.list(request.getHeaders(name)).forEach(value -> fields.put(name, value));
        }
        String requestId = UUID.randomUUID().toString();
        try {
            XRoadId.ofServicePath(service);
            return new RestRequest(
                    XRoadHeader.ofRest(fields, service),
                    service,
                    parts.length > SERVICE_PARTS ? parts[SERVICE_PARTS] : "",
                    requestId,
                    hash(request, requestId, body));
        } catch (BusException | IllegalArgumentException e) {
            throw new XRoadFault("client.bad_request", "The header of X-Road or the path cannot be read");
        }
    }

    private static String hash(HttpServletRequest request, String requestId, byte[] body) {
        StringBuilder head =
                new StringBuilder(request.getMethod()).append("\r\n").append(request.getRequestURI());
        if (request.getQueryString() != null) {
            head.append('?').append(request.getQueryString());
        }
        head.append("\r\n");
        for (String name : Collections.list(request.getHeaderNames())) {
            if (!DROPPED.contains(name.toLowerCase(Locale.ROOT))) {
                Collections.list(request.getHeaders(name)).forEach(value -> head.append(letters(name))
                        .append(':')
                        .append(value)
                        .append("\r\n"));
            }
        }
        head.append("x-road-request-id:").append(requestId).append("\r\n");
        MessageDigest digest = ReceivedEnvelope.sha512();
        byte[] headHash = digest.digest(head.toString().getBytes(StandardCharsets.UTF_8));
        if (body.length > 0) {
            digest.update(headHash);
            digest.update(ReceivedEnvelope.sha512().digest(body));
            headHash = digest.digest();
        }
        return Base64.getEncoder().encodeToString(headHash);
    }

    private static String letters(String name) {
        return name.equals("x-road-userid")
                ? XRoadHeader.USER_ID
                : WORD.matcher(name).replaceAll(first -> first.group().toUpperCase(Locale.ROOT));
    }

    /** The service's code, not escaped. */
    public String serviceCode() {
        return String.valueOf(XRoadId.ofServicePath(service).code());
    }
}
