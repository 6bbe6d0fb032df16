package vn.dancu.bus.gateway.rest.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.dancu.bus.gateway.ShownCertificate;
import vn.dancu.bus.gateway.WebRefusals;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.partner.Partners;

/** After a token has proved the partner: lets it in with its registered certificate, if it has one, and not without. */
final class CertificateFilter extends OncePerRequestFilter {

    private final Partners partners;
    private final WebRefusals refusals;

    CertificateFilter(Partners partners, WebRefusals refusals) {
        this.partners = partners;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication asker = SecurityContextHolder.getContext().getAuthentication();
        if (asker instanceof JwtAuthenticationToken && PartnerId.isValid(asker.getName())) {
            PartnerId partner = new PartnerId(asker.getName());
            Optional<ErrorCode> objection = partners.objectionTo(partner, ShownCertificate.of(request));
            if (objection.isPresent()) {
                refusals.refuse(request, response, Refusal.of(objection.get()), partner, null);
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
