package vn.dancu.bus.gateway.adapter;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;

/** Stops a call whose caller is not let in. */
final class UnprovedCaller extends BusException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable PartnerId partner;
    private final transient @Nullable PartnerId claimed;

    private UnprovedCaller(Refusal refusal, @Nullable PartnerId partner, @Nullable PartnerId claimed) {
        super(refusal);
        this.partner = partner;
        this.claimed = claimed;
    }

    /** Somebody who proved to be that partner and may not ask all the same. */
    static UnprovedCaller of(PartnerId partner, Refusal refusal) {
        return new UnprovedCaller(refusal, partner, null);
    }

    /** Somebody who claims to be that partner, or nobody. */
    static UnprovedCaller claiming(@Nullable PartnerId claimed, Refusal refusal) {
        return new UnprovedCaller(refusal, null, claimed);
    }

    @Nullable
    PartnerId partner() {
        return partner;
    }

    @Nullable
    PartnerId claimed() {
        return claimed;
    }
}
