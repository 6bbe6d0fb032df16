package vn.dancu.bus.consent;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;

/**
 * A person's own consents, by all numbers that the person ever had, the one in force first: a consent is found under the number that
 * the organisation gave. The caller has proved who the person is. Methods that name a consent throw {@link
 * vn.dancu.bus.kernel.BusException} with {@code resource_unknown} when it is none of the person's. A step that was taken before
 * changes nothing and gives what there is.
 */
public interface Consents {

    /** The youngest request first; those after that one, or from the beginning. */
    List<Consent> of(List<PersonalId> person, @Nullable UUID after, int limit);

    /**
     * Gives the consent; it holds from now on.
     *
     * @param textVersion version of the text that the person saw
     * @param fields those agreed to, some of those asked for; null for all of them
     * @throws vn.dancu.bus.kernel.BusException with {@code version_outdated} when the text is another, {@code field_invalid} when fields
     *     were not asked for, {@code move_not_allowed} when it does not wait for the person
     */
    Consent give(
            List<PersonalId> person,
            UUID consent,
            String textVersion,
            @Nullable Set<FieldPath> fields,
            Consent.Channel channel);

    /** Refuses the request; {@code move_not_allowed} when it does not wait for the person. */
    Consent refuse(List<PersonalId> person, UUID consent, Consent.Channel channel);

    /** Withdraws what was given: from now on every instance refuses; {@code move_not_allowed} when it is not in force. */
    Consent withdraw(List<PersonalId> person, UUID consent, Consent.Channel channel);
}
