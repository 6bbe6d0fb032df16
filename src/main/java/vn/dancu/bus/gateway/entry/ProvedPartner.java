package vn.dancu.bus.gateway.entry;

import jakarta.servlet.http.HttpServletRequest;
import vn.dancu.bus.kernel.PartnerId;

/** Notes at a request who proved to be asking, for the ledger. */
public final class ProvedPartner {

    public static void note(HttpServletRequest request, PartnerId partner) {
        request.setAttribute(LedgerFilter.PARTNER, partner);
    }

    private ProvedPartner() {}
}
