package vn.dancu.bus.inquiry;

import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.CitizenQuery;

/** An answer whose record was made and that then could not leave: the trail gets a second record that says so. */
public final class UndeliveredAnswer extends BusException {

    private static final long serialVersionUID = 1L;

    private final transient CitizenQuery query;

    /**
     * @param refusal why it did not leave; its rule names the event of the answer
     * @param query what had been asked
     */
    public UndeliveredAnswer(Refusal refusal, CitizenQuery query) {
        super(refusal, null);
        this.query = query;
    }

    CitizenQuery query() {
        return query;
    }
}
