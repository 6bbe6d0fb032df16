package vn.dancu.bus.partner.contact;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import vn.dancu.bus.partner.authority.Authority;

/**
 * An entry of the register, in one of its versions.
 *
 * @param authority whose
 * @param version from 1, one more with every change
 * @param changedAt when it came into force
 * @param changedBy the account that entered it; not for the public
 * @param officers at least one
 * @param readiness what the authority is ready to share
 * @param services its services
 */
public record ContactEntry(
        Authority authority,
        int version,
        Instant changedAt,
        String changedBy,
        List<ContactOfficer> officers,
        List<Readiness> readiness,
        List<ServiceDescription.Published> services) {

    public ContactEntry {
        officers = List.copyOf(officers);
        readiness = List.copyOf(readiness);
        services = List.copyOf(services);
    }

    /** The parts in which it differs from the version before: {@code officers}, {@code readiness}, {@code services}. */
    public List<String> changesFrom(ContactEntry before) {
        return Stream.of(
                        officers.equals(before.officers) ? "" : "officers",
                        readiness.equals(before.readiness) ? "" : "readiness",
                        services.equals(before.services) ? "" : "services")
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
