package vn.dancu.bus.desk.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.partner.authority.Authority;
import vn.dancu.bus.partner.contact.ContactEntry;
import vn.dancu.bus.partner.contact.ContactOfficer;
import vn.dancu.bus.partner.contact.Readiness;
import vn.dancu.bus.partner.contact.ServiceDescription;

/**
 * An entry of the register as it is answered.
 *
 * @param changedBy for the desk alone
 * @param changed the parts that differ from the version before; in the history alone
 */
record ContactResponse(
        Body authority,
        int version,
        Instant changedAt,
        @Nullable String changedBy,
        @Nullable List<String> changed,
        List<ContactOfficer> officers,
        List<ReadinessResponse> readiness,
        List<ServiceResponse> services) {

    record Body(String code, @Nullable String olderCode, String kind, String name) {

        static Body of(Authority authority) {
            return new Body(
                    authority.code().value(), authority.olderCode().orElse(null), authority.kind(), authority.name());
        }
    }

    record ReadinessResponse(String subject, LocalDate since, List<String> modes) {

        static ReadinessResponse of(Readiness one) {
            return new ReadinessResponse(
                    one.subject(),
                    one.since(),
                    one.modes().stream().map(Readiness.Mode::code).toList());
        }
    }

    /** @param late whether it was published after the day on which it had to be */
    record ServiceResponse(
            String code,
            String name,
            String description,
            LocalDate readyOn,
            LocalDate publishedOn,
            LocalDate publishBy,
            boolean late) {

        static ServiceResponse of(ServiceDescription.Published one) {
            ServiceDescription service = one.service();
            return new ServiceResponse(
                    service.code(),
                    service.name(),
                    service.description(),
                    service.readyOn(),
                    one.publishedOn(),
                    one.publishBy(),
                    one.late());
        }
    }

    static ContactResponse publicly(ContactEntry entry) {
        return answer(entry, null);
    }

    static ContactResponse atTheDesk(ContactEntry entry) {
        return answer(entry, entry.changedBy());
    }

    /** One of a history. */
    ContactResponse with(List<String> parts) {
        return new ContactResponse(authority, version, changedAt, changedBy, parts, officers, readiness, services);
    }

    private static ContactResponse answer(ContactEntry entry, @Nullable String changedBy) {
        return new ContactResponse(
                Body.of(entry.authority()),
                entry.version(),
                entry.changedAt(),
                changedBy,
                null,
                entry.officers(),
                entry.readiness().stream().map(ReadinessResponse::of).toList(),
                entry.services().stream().map(ServiceResponse::of).toList());
    }
}
