package vn.dancu.bus.partner;

import java.util.Optional;
import vn.dancu.bus.kernel.PartnerId;

/**
 * The partners and the proof of who they are. Answers come from a snapshot that is at most
 * {@code dancu.partner.refresh} old on every instance.
 */
public interface Partners {

    /** The partner of that id, whatever its state; empty when there is none. */
    Optional<Partner> find(PartnerId id);

    /**
     * Whether the digest was made with the partner's secret: lower-case hex SHA-256 of
     * {@code text.before + secret + text.after}. False for an unknown partner, in the same time.
     */
    boolean digestMatches(PartnerId id, SignedText text, String digest);

    /** Whether this is the partner's secret. False for an unknown partner, in the same time. */
    boolean secretMatches(PartnerId id, String secret);
}
