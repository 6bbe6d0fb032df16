package vn.dancu.bus.inquiry;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.policy.Decision;

/** A question that the bus itself could not answer. Nothing is recorded of it yet: asking again may help. */
public final class InquiryFault extends BusException {

    private static final long serialVersionUID = 1L;

    private final transient CitizenQuery query;
    private final transient Decision.@Nullable Granted granted;

    /**
     * @param granted what the policy had allowed; null when the fault came before
     * @param cause the failure, as far as there was one
     */
    public InquiryFault(
            Refusal refusal, CitizenQuery query, Decision.@Nullable Granted granted, @Nullable Throwable cause) {
        super(refusal, cause);
        this.query = query;
        this.granted = granted;
    }

    CitizenQuery query() {
        return query;
    }

    Decision.@Nullable Granted granted() {
        return granted;
    }
}
