package vn.dancu.bus.partner.suspension;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;

/**
 * Suspends, resumes and terminates. Every move is recorded as an act and sent to the partners concerned as a notice; it
 * works at every door of every instance within {@code dancu.partner.refresh}. Times come from the clock of the instance
 * that is asked.
 *
 * <p>A resumption ends the suspension that it names and no other: who suspends while another resumes is not undone.
 *
 * <p>All methods throw {@link vn.dancu.bus.kernel.BusException}, {@code resource_unknown} when there is no such
 * partner, suspension or proposal.
 */
public interface Suspensions {

    /** Characters of a reason, of a condition of the return and of the number of a document: the partner reads them. */
    int MAX_TEXT_LENGTH = 2000;

    /**
     * Orders a suspension, to begin at once or later.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code field_missing} or {@code field_invalid} when the rules of the ground do
     *     not hold; {@code move_not_allowed} when the partner is not active, or is suspended on this ground already
     */
    Suspension suspend(SuspensionOrder order, Actor by);

    /**
     * Enters the written confirmation of an urgent suspension, which then lasts until it is resumed.
     *
     * @param document number of the document that confirms it; 1 to 2,000 characters
     * @param until when it ends by itself; null when it takes a resumption
     * @throws vn.dancu.bus.kernel.BusException {@code evidence_missing} without a document; {@code move_not_allowed} when it
     *     needs no confirmation, does not run, or has lapsed; {@code already_approved} when it was confirmed; {@code
     *     second_person_required} for the one who ordered it; {@code field_invalid} for an end that has passed
     */
    Suspension confirmInWriting(UUID suspension, String document, @Nullable Instant until, Actor by);

    /**
     * Cancels a suspension that has not begun.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code move_not_allowed} when it has begun or was closed
     */
    void cancel(UUID suspension, String reason, Actor by);

    /**
     * Ends a suspension that runs. On a ground that takes two persons it only proposes to.
     *
     * @param evidence what shows that the condition for the return is met; 1 to 2,000 characters
     * @return the proposal that another person has to confirm; empty when the suspension has ended now
     * @throws vn.dancu.bus.kernel.BusException {@code evidence_missing}; {@code move_not_allowed} when it does not run
     */
    Optional<Proposal> resume(UUID suspension, String evidence, Actor by);

    /**
     * Proposes to terminate a partner, for good.
     *
     * @param ground code of a {@link TerminationGround}
     * @throws vn.dancu.bus.kernel.BusException {@code field_invalid} for an unknown ground, {@code field_missing} without a
     *     reason, {@code move_not_allowed} when the partner was never connected or is terminated
     */
    Proposal terminate(PartnerId partner, String ground, String reason, Actor by);

    /**
     * Does what another person proposed.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code second_person_required} for the one who proposed it,
     *     {@code already_approved} when it was confirmed, {@code move_not_allowed} when it was withdrawn,
     *     {@code version_outdated} when the partner's standing has changed since
     */
    Proposal confirm(UUID proposal, Actor by);

    /**
     * Takes a proposal back, or declines it.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code already_approved} when it was confirmed, {@code move_not_allowed} when
     *     it was withdrawn
     */
    void withdraw(UUID proposal, Actor by);

    /**
     * Suspensions, the newest order first.
     *
     * @param partner only those that concern it, those of all partners included; null for all
     * @param after only those that come after that one in the list; null for the first
     */
    List<Suspension> list(@Nullable PartnerId partner, @Nullable UUID after, int limit);

    /** Suspensions of all partners that were ordered in the last 90 days or are not over, the newest order first. */
    List<Suspension> announced();

    /** Proposals that wait for a second person, the oldest first; at most 500. */
    List<Proposal> open();

    /** The grounds that there are. */
    Grounds grounds();
}
