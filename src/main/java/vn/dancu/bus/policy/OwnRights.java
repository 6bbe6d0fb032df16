package vn.dancu.bus.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * What a partner keeps by itself, inside the limits of the published policy: its officers (NĐ 70/2024: an agency manages its
 * sub-accounts) and which of its procedures are switched on. Every change is an act and counts on all instances at once,
 * by the latest after {@code dancu.policy.refresh}.
 */
public interface OwnRights {

    /**
     * An officer whom the partner registered.
     *
     * @param code MaCanBo by {@link OfficerCode}; no personal number
     * @param until the first moment at which it no longer counts; null for none
     * @param addedAt when it was registered first
     */
    record Officer(String code, @Nullable Instant until, Instant addedAt) {}

    /**
     * A procedure of the partner's grants.
     *
     * @param code MaDVC; {@code -} for messages that state none
     * @param open whether the partner lets it be used
     */
    record Procedure(String code, boolean open) {}

    /** How many officers the partner may have registered at once; 0 when the policy lets it register none. */
    int officerLimit(PartnerId partner);

    /** Those whom the partner registered, by code; not those of the policy. */
    List<Officer> officers(PartnerId partner);

    /** The officer of that code; empty when the partner registered none such. */
    Optional<Officer> officer(PartnerId partner, String code);

    /**
     * Registers an officer, or changes until when it is valid.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code field_invalid} when the code or the time is none,
     *     {@code limit_reached} when the policy allows no more
     */
    Officer register(PartnerId partner, String code, @Nullable Instant until);

    /**
     * Takes an officer out.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code resource_unknown} when there is none such
     */
    void remove(PartnerId partner, String code);

    /** The procedures that the policy names for the partner, and those it switched off, by code. */
    List<Procedure> procedures(PartnerId partner);

    /**
     * Switches a procedure on or off.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code resource_unknown} when no grant of the partner covers it
     */
    Procedure switchTo(PartnerId partner, String code, boolean open);
}
