package vn.dancu.bus.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsUtils;
import vn.dancu.bus.inquiry.UnexpectedFailure;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;

/**
 * Stands before every HTTP door: nothing too large, nothing packed and no control character in a header gets further,
 * and no exception gets out.
 */
final class WireGuard extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Headers that are read, recorded or echoed here; in them not even the upper control characters may stand. */
    private static final List<String> READ_HERE =
            List.of("authorization", "timestamp", "soapaction", "content-type", "content-encoding");

    private static final String PARTS = "/api/v1/enrichment/deliveries/";
    private static final String OUR_PREFIX = "dancu-";
    private static final String OWN_PAGES = "absent: pages of other sites may not call this";

    private final transient WebRefusals refusals;
    private final long maxBody;
    private final long maxPart;

    /** @param maxPart bytes of a part of a file, which nobody holds in memory */
    WireGuard(WebRefusals refusals, long maxBody, long maxPart) {
        this.refusals = refusals;
        this.maxBody = maxBody;
        this.maxPart = maxPart;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (CorsUtils.isPreFlightRequest(request)) {
            refusals.write(request, response, Refusal.of(ErrorCode.HEADER_INVALID, "Origin", OWN_PAGES));
            return;
        }
        Refusal refusal = refusalOf(request);
        if (refusal != null) {
            refusals.refuse(request, response, refusal, null, null);
            return;
        }
        try {
            chain.doFilter(new CountedRequest(request, limit(request)), response);
        } catch (BusException | ServletException e) {
            refusals.refuse(request, response, failure(request, e), null, null);
        } catch (RuntimeException e) {
            refusals.refuse(request, response, failure(request, e), null, null);
        }
    }

    private long limit(HttpServletRequest request) {
        boolean isPart =
                "PATCH".equals(request.getMethod()) && Door.path(request).startsWith(PARTS);
        return isPart ? maxPart : maxBody;
    }

    private static Refusal failure(HttpServletRequest request, Exception e) {
        return UnexpectedFailure.refusal(e, Door.of(request).code());
    }

    private @Nullable Refusal refusalOf(HttpServletRequest request) {
        long limit = limit(request);
        if (request.getContentLengthLong() > limit) {
            return Refusal.of(ErrorCode.MESSAGE_TOO_LARGE, "Content-Length", "at most " + limit + " bytes");
        }
        String packing = request.getHeader("Content-Encoding");
        if (packing != null && !packing.equalsIgnoreCase("identity")) {
            return Refusal.of(ErrorCode.MEDIA_TYPE_UNSUPPORTED, "Content-Encoding", "absent: bodies are sent unpacked");
        }
        Refusal forbidden = forbiddenHeader(request);
        return forbidden != null ? forbidden : CallerHeaders.flaw(request);
    }

    /** The name is said where it is one of ours: another one may be anything. */
    private static @Nullable Refusal forbiddenHeader(HttpServletRequest request) {
        Enumeration<String> names = request.getHeaderNames();
        while (names.hasMoreElements()) {
            String name = names.nextElement();
            Enumeration<String> values = request.getHeaders(name);
            while (values.hasMoreElements()) {
                if (isForbidden(name, values.nextElement())) {
                    return Refusal.of(
                            ErrorCode.HEADER_INVALID,
                            isReadHere(name.toLowerCase(Locale.ROOT)) ? name : "headers",
                            "no control characters; letters outside ASCII percent-encoded (RFC 3986)");
                }
            }
        }
        return null;
    }

    /** Nearly every character is a plain one; only another one asks which header it stands in. */
    private static boolean isForbidden(String name, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean lower = c < ' ' && c != '\t' || c == 0x7f;
            if (lower || c > 0x7f && Character.isISOControl(c) && isReadHere(name.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isReadHere(String name) {
        return name.startsWith(OUR_PREFIX) || READ_HERE.contains(name);
    }
}
