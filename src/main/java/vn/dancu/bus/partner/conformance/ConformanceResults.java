package vn.dancu.bus.partner.conformance;

import java.util.List;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;

/** The results of conformance of partners, and what the steps to connection demand of them. Thread-safe. */
public interface ConformanceResults {

    /**
     * Takes a result in. The same one again changes nothing.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code signature_invalid} or {@code signer_untrusted} for its signature, with {@code
     *     field_invalid} naming {@code partner}, {@code target}, {@code ended} or {@code jws} where that is another's, too old or none, with
     *     {@code conformance_failed} naming mandatory cases that did not pass or are missing, with {@code resource_exists} where another document
     *     of the same run was handed in, with {@code resource_unknown} where there is no such partner
     */
    ReceivedResult receive(PartnerId partner, SignedResult result, Actor by);

    /** The results of a partner, the latest first. */
    List<ReceivedResult> of(PartnerId partner);

    /**
     * Where results are demanded, that the document is one that was received.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code conformance_missing}
     */
    void requireReceived(PartnerId partner, String sha256);

    /**
     * Where results are demanded, that one was received and is not too old.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code conformance_missing}
     */
    void requireForGoLive(PartnerId partner);
}
