package vn.dancu.bus.partner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;

/** The beginning of a partner: from its application to the day on which it may connect. */
public interface PartnerLifecycle {

    /**
     * Stores a partner that is applying. It cannot connect yet.
     *
     * @param applicant with state {@link Partner.State#CONNECTING}
     * @throws vn.dancu.bus.kernel.BusException with {@code resource_exists} when there is a partner of that id
     */
    void open(Partner applicant, Actor by);

    /**
     * Refuses an application; final.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code move_not_allowed} when the partner is not connecting
     */
    void refuse(PartnerId partner, String reason, Actor by);

    /**
     * Lets the partner connect.
     *
     * @param agreementEnds last day of the agreement; null for one without an end
     * @throws vn.dancu.bus.kernel.BusException with {@code move_not_allowed} when the partner is not connecting
     */
    void goLive(PartnerId partner, @Nullable LocalDate agreementEnds, Actor by);

    /**
     * Enters a new agreement, or the absence of an end, of a partner that is connected; a lapsed one may connect again.
     *
     * @param agreementEnds last day of the agreement; null for one without an end
     * @throws vn.dancu.bus.kernel.BusException with {@code move_not_allowed} when the partner was never connected or is
     *     terminated
     */
    void renewAgreement(PartnerId partner, @Nullable LocalDate agreementEnds, Actor by);
}
