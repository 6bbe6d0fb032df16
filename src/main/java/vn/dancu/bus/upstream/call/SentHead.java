package vn.dancu.bus.upstream.call;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.dialect.answer.RequestHash;

/**
 * Gives an answer of X-Road's REST protocol the hash of the head to which it is: only the connection knows the header fields in their order
 * and letters.
 *
 * <p>PR-REST §4.3 has the hash over "headers"; what these are is said by the source of X-Road 7 alone ({@code RestRequest},
 * {@code RestMessage}): the verb, the path with its query, and each field in a line, without those that belong to the connection; behind
 * them the id that the security server gave the request, which its answer names.
 */
public final class SentHead implements ExecChainHandler {

    private static final String HASH = "X-Road-Request-Hash";
    private static final String REQUEST_ID = "X-Road-Request-Id";
    private static final String END = "\r\n";

    private static final Set<String> LEFT_OUT = Set.of(
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

    /** The request is complete when it has been sent: the client adds fields as the last. */
    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        response.removeHeaders(RequestHash.SENT_HEAD);
        if (response.containsHeader(HASH)) {
            String head = head(request, response.getFirstHeader(REQUEST_ID));
            response.setHeader(RequestHash.SENT_HEAD, RequestHash.ofHead(head));
        }
        return response;
    }

    private static String head(ClassicHttpRequest request, @Nullable Header requestId) {
        StringBuilder head = new StringBuilder(request.getMethod()).append(END);
        head.append(request.getRequestUri()).append(END);
        for (Header field : request.getHeaders()) {
            if (!LEFT_OUT.contains(field.getName().toLowerCase(Locale.ROOT))) {
                head.append(field.getName())
                        .append(':')
                        .append(field.getValue())
                        .append(END);
            }
        }
        if (requestId != null) {
            head.append("x-road-request-id:").append(requestId.getValue()).append(END);
        }
        return head.toString();
    }
}
