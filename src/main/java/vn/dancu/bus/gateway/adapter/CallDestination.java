package vn.dancu.bus.gateway.adapter;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.gateway.xroad.provider.ClientIdentifiers;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.xroad.XRoadId;
import vn.dancu.bus.partner.xroad.XRoadClient;

/**
 * To whom a call goes: {@code dstcode}, in the address or as a header. What it says in {@code providerurl} is never looked at:
 * a call is answered here and goes nowhere.
 */
final class CallDestination {

    private static final String DESTINATION = "dstcode";

    private final XRoadClient provider;
    private final String rule;

    CallDestination(AdapterSettings settings) {
        this.provider = ClientIdentifiers.of(XRoadId.ofLine(settings.provider()));
        this.rule = "the identifier of this provider, " + settings.provider() + ", in the address or as a header";
    }

    /**
     * Requires that the call is for the bus.
     *
     * @throws BusException {@code field_missing} or {@code field_invalid}
     */
    void require(HttpServletRequest request) {
        String inAddress = request.getParameter(DESTINATION);
        String inHeader = request.getHeader(DESTINATION);
        if (isBlank(inAddress) && isBlank(inHeader)) {
            throw BusException.of(ErrorCode.FIELD_MISSING, DESTINATION, rule);
        }
        if (!isOurs(inAddress) || !isOurs(inHeader)) {
            throw BusException.of(ErrorCode.FIELD_INVALID, DESTINATION, rule);
        }
    }

    private boolean isOurs(@Nullable String destination) {
        if (destination == null || destination.isBlank()) {
            return true;
        }
        try {
            return provider.equals(ClientIdentifiers.of(XRoadId.ofLine(destination.strip())));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
