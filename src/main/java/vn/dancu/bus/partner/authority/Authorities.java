package vn.dancu.bus.partner.authority;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.PartnerId;

/** The authorities that the bus knows. Either form of a code leads to one. */
public interface Authorities {

    /** The kinds of bodies there are, in the order of their file. */
    List<AuthorityKind> kinds();

    /**
     * Registers an authority; recorded as {@code authority.registered}.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code resource_exists} when one of its codes is another's already, with
     *     {@code field_invalid} when there is no such kind
     */
    Authority register(Authority authority, Actor by);

    /**
     * Changes name and kind of an authority; recorded as {@code authority.changed}.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code resource_unknown} when there is none of that code, with
     *     {@code field_invalid} when there is no such kind
     */
    Authority change(Authority authority, Actor by);

    /** The authority of that code, in either form; empty when there is none, or the text is no code. */
    Optional<Authority> find(String code);

    /** The kind of the authority of that code, or else of the one at the top of it; empty when the bus knows neither. */
    default Optional<AuthorityKind> kindOf(AgencyCode code) {
        return find(code.value()).or(() -> find(code.top().value())).flatMap(authority -> kinds().stream()
                .filter(kind -> kind.id().equals(authority.kind()))
                .findFirst());
    }

    /**
     * Authorities by code.
     *
     * @param after the last code of the page before; null for the first page
     * @param limit at most so many
     */
    List<Authority> list(@Nullable String after, int limit);

    /** The systems of an authority by id, whatever their state. */
    List<PartnerId> systems(Authority authority);
}
