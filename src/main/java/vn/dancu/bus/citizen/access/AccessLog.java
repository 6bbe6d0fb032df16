package vn.dancu.bus.citizen.access;

import java.util.Optional;
import java.util.UUID;
import vn.dancu.bus.citizen.VerifiedCitizen;

/** The log of who used a citizen's data, for that citizen alone. */
public interface AccessLog {

    /**
     * A page of the log, newest first. Recorded as {@code citizen.access_log_viewed} before it is given.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code search_too_wide} when the database needs too long
     */
    AccessPage page(VerifiedCitizen citizen, AccessQuery query);

    /** What fits into a text message; recorded as a page is. */
    AccessSummary summary(VerifiedCitizen citizen);

    /** One entry that the citizen may see; empty for everything else. Not recorded. */
    Optional<AccessEntry> find(VerifiedCitizen citizen, UUID entry);
}
