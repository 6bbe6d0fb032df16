package vn.dancu.bus.gateway.certificate;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.gateway.Door;
import vn.dancu.bus.gateway.ShownCertificate;
import vn.dancu.bus.gateway.WebRefusals;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.trust.PeerCertificates;

/** Stands before every HTTP door: none lets in who shows a revoked certificate, and some nobody who shows none. */
final class CertificateGuard extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String TLS = "TLS";

    private final transient PeerCertificates certificates;
    private final transient Set<Door> demanding;
    private final transient WebRefusals refusals;

    CertificateGuard(PeerCertificates certificates, Set<Door> demanding, WebRefusals refusals) {
        this.certificates = certificates;
        this.demanding = demanding;
        this.refusals = refusals;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Refusal objection = objectionTo(request);
        if (objection == null) {
            chain.doFilter(request, response);
        } else {
            refusals.refuse(request, response, objection, null, null);
        }
    }

    private @Nullable Refusal objectionTo(HttpServletRequest request) {
        List<X509Certificate> shown = ShownCertificate.chainOf(request);
        if (shown.isEmpty()) {
            return demanding.contains(Door.of(request))
                    ? Refusal.of(ErrorCode.CERTIFICATE_MISSING, TLS, "a client certificate, at this door of everybody")
                    : null;
        }
        return switch (certificates.standing(shown.get(0), shown.subList(1, shown.size()))) {
            case GOOD -> null;
            case REVOKED -> Refusal.of(ErrorCode.CERTIFICATE_REVOKED, TLS, "a client certificate that is not revoked");
            case UNKNOWN ->
                Refusal.of(
                        ErrorCode.REVOCATION_UNKNOWN,
                        TLS,
                        "a client certificate of which can be learned that it is not revoked");
        };
    }
}
