package vn.dancu.bus.gateway.soap;

import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.Refusal;

/** A refusal that the inquiry room has recorded already. */
class RecordedRefusal extends BusException {

    private static final long serialVersionUID = 1L;

    RecordedRefusal(Refusal refusal) {
        super(refusal);
    }
}
