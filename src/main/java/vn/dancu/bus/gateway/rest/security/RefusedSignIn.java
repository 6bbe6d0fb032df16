package vn.dancu.bus.gateway.rest.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;

/** A token that is right and whose partner may not come in all the same. */
final class RefusedSignIn extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient @Nullable PartnerId partner;

    RefusedSignIn(Refusal refusal, @Nullable PartnerId partner) {
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
