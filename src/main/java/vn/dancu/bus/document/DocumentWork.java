package vn.dancu.bus.document;

import java.util.List;
import java.util.UUID;

/** The documents that wait for an answer, for whoever does the work; several instances may. */
public interface DocumentWork {

    /**
     * Leases documents, the oldest first: nobody else gets them until the lease has ended.
     *
     * @param most how many at the most
     */
    List<UUID> claim(int most);

    /**
     * Answers a leased document or refuses it, and puts what is to be sent into the outbox, in one transaction at its end.
     *
     * @throws vn.dancu.bus.kernel.BusException where a fault of the bus stopped it; the document goes to {@link #failed}
     */
    void answer(UUID document);

    /** The work stopped by that failure: the document waits for another try or, when there were enough, is refused. */
    void failed(UUID document, Throwable cause);
}
