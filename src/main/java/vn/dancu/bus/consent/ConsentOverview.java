package vn.dancu.bus.consent;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.dancu.bus.kernel.PartnerId;

/** Consents as operators see them: never whose they are. */
public interface ConsentOverview {

    /** The consent of that id; empty when there is none. */
    Optional<Consent> find(UUID id);

    /** How many there are of each partner in each state; without those of which there is none. */
    List<Count> counts();

    /** So many consents of a partner are in a state. */
    record Count(PartnerId partner, ConsentState state, long consents) {}
}
