package vn.dancu.bus.gateway.rest.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;

/** A token is valid, and its partner is refused all the same. */
final class PartnerRefusedException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient @Nullable PartnerId partner;

    PartnerRefusedException(Refusal refusal, @Nullable PartnerId partner) {
        super(refusal.code().code());
        this.refusal = refusal;
        this.partner = partner;
    }

    Refusal refusal() {
        return refusal;
    }

    @Nullable
    PartnerId partner() {
        return partner;
    }
}
