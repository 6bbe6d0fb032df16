package vn.dancu.bus.gateway.xroad;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import vn.dancu.bus.gateway.ShownCertificate;
import vn.dancu.bus.gateway.xroad.provider.ClientIdentifiers;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.message.xroad.XRoadId;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.xroad.XRoadDirectory;

/** Who hands a message over, and for whom. */
final class CallerGate {

    private final XRoadDirectory directory;
    private final Partners partners;
    private final boolean isLoopbackTrusted;

    CallerGate(XRoadDirectory directory, Partners partners, XRoadSettings settings) {
        this.directory = directory;
        this.partners = partners;
        this.isLoopbackTrusted = settings.loopbackWithoutCertificate();
    }

    /**
     * Requires that a registered security server hands the message over, before anything in it is believed.
     *
     * @throws BusException {@code certificate_missing}, {@code certificate_wrong} or {@code certificate_expired}
     */
    void requireServer(HttpServletRequest request) {
        var shown = ShownCertificate.of(request);
        if (shown == null && isLoopbackTrusted && isLoopback(request.getRemoteAddr())) {
            return;
        }
        directory.objectionTo(shown).ifPresent(code -> {
            throw BusException.of(code, "TLS", "the registered certificate of a security server");
        });
    }

    /**
     * The partner that a client stands for, whatever its standing.
     *
     * @param field where the client was said
     * @throws BusException {@code partner_unknown}
     */
    Partner partner(XRoadId client, String field) {
        try {
            PartnerId id = directory.partnerOf(ClientIdentifiers.of(client)).orElse(null);
            if (id != null) {
                return partners.find(id).orElseThrow(() -> unknown(field));
            }
        } catch (IllegalArgumentException e) {
            throw new BusException(unknown(field).refusal(), e);
        }
        throw unknown(field);
    }

    private static BusException unknown(String field) {
        return BusException.of(ErrorCode.PARTNER_UNKNOWN, field, "a client that operators connected with a partner");
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
