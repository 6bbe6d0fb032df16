package vn.dancu.bus.sandbox.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Takes the form of the sign-in page: whoever sends it is who was chosen, without a password. */
final class MockAccountFilter extends AbstractAuthenticationProcessingFilter {

    private final MockAccounts accounts;

    /** @param otherwise where somebody goes whom no portal has sent */
    MockAccountFilter(MockIssuer issuer, MockAccounts accounts, SecurityContextRepository contexts, URI otherwise) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, issuer.page()));
        this.accounts = accounts;
        setSecurityContextRepository(contexts);
        setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        SavedRequestAwareAuthenticationSuccessHandler back = new SavedRequestAwareAuthenticationSuccessHandler();
        back.setDefaultTargetUrl(otherwise.toString());
        setAuthenticationSuccessHandler(back);
        setAuthenticationFailureHandler(new SimpleUrlAuthenticationFailureHandler(issuer.page() + "?unknown"));
        setAuthenticationManager(authentication -> authentication);
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        String typed = value(request, "other").replaceAll("\\s", "");
        MockAccount account = accounts.find(
                        typed.isEmpty() ? value(request, "number") : typed,
                        value(request, "agreement"),
                        "2".equals(value(request, "kind")),
                        value(request, "level"))
                .orElseThrow(() -> new BadCredentialsException("No such account"));
        return UsernamePasswordAuthenticationToken.authenticated(account, null, List.of());
    }

    private static String value(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
