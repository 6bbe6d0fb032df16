package vn.dancu.bus.policy;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;

/**
 * Drafts of the next version of the policy: a draft is opened, written and checked, and published by a person who did
 * not write in it. Every change is an act. Methods that name a draft throw {@link vn.dancu.bus.kernel.BusException}
 * with {@code resource_unknown} when there is none such.
 */
public interface PolicyDrafts {

    /** The longest rights of one partner in a draft, in characters. */
    int MAX_RIGHTS_LENGTH = 262_144;

    /**
     * Opens a draft on the newest version.
     *
     * @param origin a published version whose content it starts with, to bring it back; null starts with the newest
     * @param note why, 1 to 500 characters
     * @throws vn.dancu.bus.kernel.BusException with {@code resource_unknown} when there is no such version,
     *     {@code limit_reached} when 200 drafts are open
     */
    PolicyDraft open(@Nullable Long origin, String note, Actor author);

    /** The draft of that id; empty when there is none. */
    Optional<PolicyDraft> find(long draft);

    /** Newest first, those below that id. */
    List<PolicyDraft> list(long below, int limit);

    /**
     * Writes the rights of a partner in the next version; they replace all rights that it has now.
     *
     * @param rights {@code officers}, {@code managedOfficers}, {@code grants}, {@code quotas} in the words of the
     *     policy file, as JSON or YAML; without officers, grants and quotas the partner may nothing
     * @return what is wrong with it, all of it; it is kept all the same, and the draft cannot be published
     * @throws vn.dancu.bus.kernel.BusException with {@code resource_unknown} when there is no such partner, {@code
     *     move_not_allowed} when the draft is closed, {@code limit_reached} when the draft is too large
     */
    List<PolicyFlaw> write(long draft, PartnerId partner, String rights, Actor author);

    /** Removes a partner from the draft: it keeps the rights of the base version. */
    void leave(long draft, PartnerId partner, Actor author);

    /** What a partner would have, as JSON; as written while something in it is wrong. */
    String rights(long draft, PartnerId partner);

    /** What is wrong with the draft as a whole, by partner; empty when it can be published. */
    List<PolicyFlaw> findings(long draft);

    /**
     * What publishing would change.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code field_invalid} when something in the draft is wrong
     */
    List<RightsDifference> differences(long draft);

    /**
     * Publishes the draft as the next version.
     *
     * @return the version
     * @throws vn.dancu.bus.kernel.BusException with {@code already_approved} when it was published before,
     *     {@code move_not_allowed} when it was discarded or changes nothing, {@code second_person_required} when the actor
     *     wrote in it, {@code version_outdated} when its base is no longer the newest, {@code field_invalid} when something
     *     in it is wrong
     */
    PolicyVersion publish(long draft, Actor actor);

    /** Closes a draft that is not to be published; {@code move_not_allowed} when it is closed already. */
    void discard(long draft, Actor actor);
}
