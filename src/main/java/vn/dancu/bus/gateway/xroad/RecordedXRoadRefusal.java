package vn.dancu.bus.gateway.xroad;

import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.Refusal;

/** A refusal that the inquiry room has recorded already. */
final class RecordedXRoadRefusal extends BusException {

    private static final long serialVersionUID = 1L;

    RecordedXRoadRefusal(Refusal refusal) {
        super(refusal);
    }
}
