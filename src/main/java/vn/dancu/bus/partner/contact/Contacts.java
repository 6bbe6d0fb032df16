package vn.dancu.bus.partner.contact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.AgencyCode;

/** The published register of contacts. */
public interface Contacts {

    /** The entry of an authority that is in force; empty when it has none. */
    Optional<ContactEntry> find(AgencyCode authority);

    /**
     * The entries in force, by the authority's code.
     *
     * @param after the last code of the page before; null for the first page
     * @param limit at most so many
     */
    List<ContactEntry> list(@Nullable AgencyCode after, int limit);

    /** An entry of an authority in one of its versions; empty when there is none of that number. */
    Optional<ContactEntry> find(AgencyCode authority, int version);

    /**
     * The versions of an authority's entry, the latest first.
     *
     * @param before the last number of the page before; null for the first page
     * @param limit at most so many
     */
    List<ContactEntry> history(AgencyCode authority, @Nullable Integer before, int limit);

    /**
     * Puts a new version in force; recorded as {@code contact.published} with who and what changed.
     *
     * @param basedOn the version that the change starts from, 0 for the first entry
     * @throws vn.dancu.bus.kernel.BusException with {@code resource_unknown} when the authority is not registered, with
     *     {@code version_outdated} when another version is in force by now: of two changes at once the second is refused;
     *     with {@code field_invalid} for a day after today
     */
    ContactEntry publish(AgencyCode authority, int basedOn, ContactSheet sheet, Actor by);

    /**
     * Notes that a mail to an address of that authority came back for good.
     *
     * @param status by RFC 3463, such as 5.1.1
     */
    void markReturned(AgencyCode authority, String email, String status);

    /**
     * The addresses of an authority from which a mail came back since its entry was last published, each with the last status.
     */
    Map<String, String> returned(AgencyCode authority);
}
