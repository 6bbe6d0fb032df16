package vn.dancu.bus.audit;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.ServiceCode;

/** The record of people whose data left in an answer about somebody else: the members of a household. */
@FunctionalInterface
public interface ReleasedPersons {

    /**
     * Records an act {@code inquiry.member_released} for each person, and returns when they are durable.
     *
     * @param persons each with the number that left
     * @throws vn.dancu.bus.kernel.BusException with {@code audit_unavailable} when they cannot be recorded: nothing may be answered
     *     then
     */
    void record(Release release, Set<PersonalId> persons);

    /**
     * The answer.
     *
     * @param event the record of the answer
     */
    record Release(UUID event, PartnerId partner, ServiceCode service, @Nullable Purpose purpose) {}
}
