package vn.dancu.bus.gateway.me;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import vn.dancu.bus.citizen.AccountSettings;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.account.CitizenAccounts;
import vn.dancu.bus.citizen.account.ShownToken;
import vn.dancu.bus.gateway.CallerHeaders;
import vn.dancu.bus.gateway.Door;
import vn.dancu.bus.gateway.RequestSize;
import vn.dancu.bus.gateway.entry.EntryNotes;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.partner.Partner;

/**
 * Stands before every handler of the citizens' door: no handler runs without a citizen who was proved. Gives handlers the citizen and the
 * caller.
 */
final class CitizenGate implements HandlerInterceptor, HandlerMethodArgumentResolver {

    /** Beginning of all addresses of the door. */
    static final String PATH = "/api/v1/me/";

    private static final String TOKEN = "DanCu-Citizen-Token";
    private static final String NONCE = "DanCu-Citizen-Nonce";
    private static final String CITIZEN = CitizenGate.class.getName() + ".citizen";
    private static final Pattern NONCE_FORM = Pattern.compile("[A-Za-z0-9._~-]{16,128}");

    private final CitizenAccounts accounts;
    private final AccountSettings settings;
    private final CitizenPace pace;
    private final Clock clock;

    CitizenGate(CitizenAccounts accounts, AccountSettings settings, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.pace = new CitizenPace(settings.requestsPerMinute());
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if ("OPTIONS".equals(request.getMethod())) {
            return true;
        }
        if ("HEAD".equals(request.getMethod())) {
            response.setHeader(HttpHeaders.ALLOW, "GET, OPTIONS");
            throw BusException.of(ErrorCode.METHOD_NOT_ALLOWED, "method", "not HEAD: nobody would read the answer");
        }
        Partner partner = partner(request);
        EntryNotes.proved(request, partner.id());
        if (!accounts.admits(partner.id())) {
            throw BusException.of(ErrorCode.CHANNEL_CLOSED);
        }
        ShownToken shown = new ShownToken(token(request), nonce(request), partner.id());
        VerifiedCitizen citizen = accounts.verify(shown, settings.levelAt(address(request)));
        pace.take(citizen);
        request.setAttribute(CITIZEN, citizen);
        return true;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == VerifiedCitizen.class || parameter.getParameterType() == Caller.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer model,
            NativeWebRequest web,
            WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return parameter.getParameterType() == Caller.class
                ? caller(request)
                : Objects.requireNonNull(request.getAttribute(CITIZEN), "A handler of the citizens' door alone");
    }

    private Caller caller(HttpServletRequest request) {
        Partner partner = partner(request);
        InquiryOrigin origin = new InquiryOrigin(
                Door.ME.code(),
                partner.id(),
                null,
                null,
                EntryNotes.takenAt(request, clock),
                RequestSize.of(request),
                null,
                CallerHeaders.of(request));
        return new Caller(partner, origin);
    }

    private static Partner partner(HttpServletRequest request) {
        Authentication asker = (Authentication) Objects.requireNonNull(request.getUserPrincipal());
        return (Partner) Objects.requireNonNull(asker.getDetails());
    }

    /** The first part of the path that belongs to the door, {@code household}: of the pattern, since a path can be written in many ways. */
    private static String address(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return String.valueOf(pattern).substring(PATH.length()).split("/", 2)[0];
    }

    private static String token(HttpServletRequest request) {
        List<String> values = Collections.list(request.getHeaders(TOKEN));
        if (values.isEmpty() || values.get(0).isBlank()) {
            throw BusException.of(ErrorCode.CITIZEN_TOKEN_MISSING);
        }
        if (values.size() > 1) {
            throw BusException.of(ErrorCode.HEADER_INVALID, TOKEN, "comes once");
        }
        return values.get(0).strip();
    }

    private static String nonce(HttpServletRequest request) {
        List<String> values = Collections.list(request.getHeaders(NONCE));
        if (values.size() != 1 || !NONCE_FORM.matcher(values.get(0)).matches()) {
            throw BusException.of(
                    ErrorCode.HEADER_INVALID, NONCE, "comes once, 16 to 128 of A-Z, a-z, 0-9 and . _ ~ -");
        }
        return values.get(0);
    }
}
