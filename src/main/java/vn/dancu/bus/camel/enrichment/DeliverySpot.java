package vn.dancu.bus.camel.enrichment;

import java.io.IOException;
import org.apache.camel.Exchange;
import vn.dancu.bus.enrichment.intake.Deliverer;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/** Where a delivery lies: it tells who delivers and with which manifest, and where the answer goes. */
interface DeliverySpot {

    /** By the place, whatever the delivery says. */
    Deliverer deliverer(Exchange exchange);

    /**
     * Empty where there is none.
     *
     * @throws IOException when it cannot be read
     */
    byte[] manifest(Exchange exchange, Deliverer by) throws IOException;

    /** Puts into headers where the answer goes. */
    void address(Exchange exchange, Deliverer by);

    static Deliverer of(String partner, Deliverer.Way way) {
        if (!PartnerId.isValid(partner)) {
            throw BusException.of(ErrorCode.PARTNER_UNKNOWN);
        }
        return new Deliverer(new PartnerId(partner), way);
    }
}
