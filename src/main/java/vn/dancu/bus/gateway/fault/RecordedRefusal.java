package vn.dancu.bus.gateway.fault;

import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.Refusal;

/** A refusal that the inquiry room has recorded already. */
public final class RecordedRefusal extends BusException {

    private static final long serialVersionUID = 1L;

    public RecordedRefusal(Refusal refusal) {
        super(refusal);
    }
}
