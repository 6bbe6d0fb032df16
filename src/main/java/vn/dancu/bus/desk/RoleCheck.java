package vn.dancu.bus.desk;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Role;

/** Lets in whoever has one of the roles of {@link Allowed}, and hands the actor to the endpoint. */
public final class RoleCheck implements HandlerInterceptor, HandlerMethodArgumentResolver {

    /** An endpoint without {@link Allowed} refuses everybody. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object endpoint) {
        if (endpoint instanceof HandlerMethod method && request.getDispatcherType() == DispatcherType.REQUEST) {
            if (!isLinkToPage(request)) {
                refuseOtherSites(request.getHeader("Sec-Fetch-Site"));
            }
            Allowed allowed = method.getMethodAnnotation(Allowed.class);
            Role[] roles = allowed == null ? new Role[0] : allowed.value();
            Actor actor = actor(request);
            if (Arrays.stream(roles).noneMatch(actor::has)) {
                String names = Arrays.stream(roles).map(Role::code).collect(Collectors.joining(", "));
                throw BusException.of(ErrorCode.ROLE_MISSING, "role", "one of " + names);
            }
        }
        return true;
    }

    /** A page of the console may be linked to from a letter or from another system; it changes nothing. */
    private static boolean isLinkToPage(HttpServletRequest request) {
        return request.getMethod().equals("GET") && request.getRequestURI().startsWith("/desk");
    }

    /** Browsers send this header: a page of another site could otherwise act with the credentials of the user. */
    private static void refuseOtherSites(@Nullable String site) {
        if (site != null && !site.equals("none") && !site.equals("same-origin")) {
            throw BusException.of(ErrorCode.HEADER_INVALID, "Sec-Fetch-Site", "same-origin or none");
        }
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Actor.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
        if (servlet == null) {
            throw new IllegalStateException("The desk takes HTTP requests only");
        }
        return actor(servlet);
    }

    private static Actor actor(HttpServletRequest request) {
        if (request.getUserPrincipal() instanceof Authentication authentication) {
            return ActingAs.of(authentication);
        }
        throw new BusException(ErrorCode.CREDENTIALS_MISSING, null);
    }
}
