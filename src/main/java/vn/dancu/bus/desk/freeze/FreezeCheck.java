package vn.dancu.bus.desk.freeze;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import vn.dancu.bus.audit.evidence.retention.LegalHolds;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Refuses what would change a frozen configuration. A change that began before the order is finished. */
final class FreezeCheck implements HandlerInterceptor {

    private final LegalHolds holds;

    FreezeCheck(LegalHolds holds) {
        this.holds = holds;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object endpoint) {
        if (endpoint instanceof HandlerMethod method
                && request.getDispatcherType() == DispatcherType.REQUEST
                && method.hasMethodAnnotation(ChangesConfiguration.class)) {
            holds.configurationFreeze(partner(request)).ifPresent(order -> {
                throw BusException.of(
                        ErrorCode.UNDER_LEGAL_HOLD,
                        "configuration",
                        "unchanged while the freeze order " + order + " is in force");
            });
        }
        return true;
    }

    private static @Nullable String partner(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get("partner") instanceof String partner
                ? partner
                : null;
    }
}
