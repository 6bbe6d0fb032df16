package vn.dancu.bus.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The certificate by which the other side of a TLS connection showed who it is. */
public final class ShownCertificate {

    /** Set by the servlet container (Jakarta Servlet 6 §3.9) when the connector takes client certificates. */
    private static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";

    /** The certificate itself, without those that vouch for it; null when there is none. A header is never believed. */
    public static @Nullable X509Certificate of(HttpServletRequest request) {
        List<X509Certificate> chain = chainOf(request);
        return chain.isEmpty() ? null : chain.get(0);
    }

    /** The same with those that vouch for it, its own first; empty when there is none. */
    public static List<X509Certificate> chainOf(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof X509Certificate[] chain ? List.of(chain) : List.of();
    }

    private ShownCertificate() {}
}
