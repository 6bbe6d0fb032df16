package vn.dancu.bus.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/** Organisations ask for consent. Nothing here shows whether the person exists. */
public interface ConsentRequests {

    /**
     * Asks the person. The same request again, by its reference, gives what became of the first.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code purpose_not_allowed} when no grant of the partner asks for consent under
     *     that purpose, {@code field_invalid} for fields outside of these grants or too long a period, {@code resource_exists} when the
     *     reference is that of another request, {@code limit_reached} when the partner asked too often
     */
    Consent ask(PartnerId partner, ConsentProposal proposal);

    /** The partner's request of that id; empty when it has none such. */
    Optional<Consent> find(PartnerId partner, UUID id);

    /**
     * The partner's requests in the order in which they last changed.
     *
     * @param since only those that changed then or later; null for all
     * @param after only those that come after that one in this order; null to begin
     */
    List<Consent> changed(PartnerId partner, @Nullable Instant since, @Nullable UUID after, int limit);
}
