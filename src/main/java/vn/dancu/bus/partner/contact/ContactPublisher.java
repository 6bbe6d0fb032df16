package vn.dancu.bus.partner.contact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.calendar.WorkingDays;

/** Keeps the register of contacts. */
final class ContactPublisher implements Contacts {

    /** NĐ 47/2020/NĐ-CP Điều 25, replaced by NĐ 278/2025/NĐ-CP, whose term could not be read. */
    private static final int PUBLICATION_WORKING_DAYS = 1;

    private final JdbcContacts store;
    private final Authorities authorities;
    private final Acts acts;
    private final WorkingDays workingDays;
    private final Clock clock;

    ContactPublisher(JdbcContacts store, Authorities authorities, Acts acts, WorkingDays workingDays, Clock clock) {
        this.store = store;
        this.authorities = authorities;
        this.acts = acts;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public Optional<ContactEntry> find(AgencyCode authority) {
        return store.find(authority);
    }

    @Override
    public List<ContactEntry> list(@Nullable AgencyCode after, int limit) {
        return store.list(after, limit);
    }

    @Override
    public Optional<ContactEntry> find(AgencyCode authority, int version) {
        return store.find(authority, version);
    }

    @Override
    public List<ContactEntry> history(AgencyCode authority, @Nullable Integer before, int limit) {
        return store.history(authority, before, limit);
    }

    @Override
    public ContactEntry publish(AgencyCode authority, int basedOn, ContactSheet sheet, Actor by) {
        LocalDate today = WorkingDays.dayOf(clock.instant());
        requireNotAfter(today, sheet);
        if (authorities.find(authority.value()).isEmpty()) {
            throw new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
        }
        return store.inTransaction(() -> {
            Optional<ContactEntry> before = store.find(authority);
            int version = before.map(ContactEntry::version).orElse(0);
            ContactSheetJson.Content content = content(sheet, before, today);
            if (version != basedOn || !store.insert(authority, version + 1, content, clock.instant(), by.name())) {
                throw BusException.of(
                        ErrorCode.VERSION_OUTDATED, "basedOn", "the number of the version that is in force");
            }
            ContactEntry entry = store.find(authority).orElseThrow();
            acts.record(new Act(
                    by,
                    "contact.published",
                    null,
                    "contacts/" + authority + "/" + entry.version(),
                    detail(entry, before)));
            return entry;
        });
    }

    @Override
    public void markReturned(AgencyCode authority, String email, String status) {
        store.markReturned(authority, email, status, clock.instant());
    }

    @Override
    public Map<String, String> returned(AgencyCode authority) {
        return store.returned(authority);
    }

    /** An unchanged description keeps its day of publication. */
    private ContactSheetJson.Content content(ContactSheet sheet, Optional<ContactEntry> before, LocalDate today) {
        Map<ServiceDescription, ServiceDescription.Published> known = new HashMap<>();
        before.ifPresent(it -> it.services().forEach(one -> known.put(one.service(), one)));
        List<ServiceDescription.Published> services = sheet.services().stream()
                .map(it -> known.containsKey(it)
                        ? known.get(it)
                        : new ServiceDescription.Published(
                                it, today, workingDays.after(it.readyOn(), PUBLICATION_WORKING_DAYS)))
                .toList();
        return new ContactSheetJson.Content(sheet.officers(), sheet.readiness(), services);
    }

    private static Map<String, String> detail(ContactEntry entry, Optional<ContactEntry> before) {
        String changed = before.map(entry::changesFrom)
                .map(parts -> String.join(", ", parts))
                .orElse("officers, readiness, services");
        return Map.of("changed", changed.isEmpty() ? "nothing" : changed);
    }

    private static void requireNotAfter(LocalDate today, ContactSheet sheet) {
        if (sheet.readiness().stream().anyMatch(it -> it.since().isAfter(today))) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "since", "not after today");
        }
        if (sheet.services().stream().anyMatch(it -> it.readyOn().isAfter(today))) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "readyOn", "not after today");
        }
    }
}
