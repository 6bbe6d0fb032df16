package vn.dancu.bus.desk.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.partner.connection.Authorities;
import vn.dancu.bus.partner.connection.Authority;
import vn.dancu.bus.partner.contact.ContactEntry;
import vn.dancu.bus.partner.contact.Contacts;

/** Entries of the register with the authorities that they belong to. */
final class RegisterReading {

    private final Authorities authorities;
    private final Contacts contacts;

    RegisterReading(Authorities authorities, Contacts contacts) {
        this.authorities = authorities;
        this.contacts = contacts;
    }

    Paging.Page<ContactAnswer> page(@Nullable String after, @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        String last = paging.after();
        if (last != null && !AgencyCode.isValid(last)) {
            throw new BusException(Refusal.of(ErrorCode.FIELD_INVALID, "after", "the next of the answer before"));
        }
        List<ContactAnswer> found = new ArrayList<>();
        for (ContactEntry entry : contacts.list(last == null ? null : AgencyCode.of(last), paging.oneMore())) {
            authorities.find(entry.authority().value()).ifPresent(it -> found.add(ContactAnswer.publicly(it, entry)));
        }
        return paging.page(found, it -> it.authority().code());
    }

    /** The authority of that code, in either form. */
    Authority authority(String code) {
        return authorities.find(code).orElseThrow(RegisterReading::unknown);
    }

    Optional<ContactEntry> entry(Authority authority) {
        return contacts.find(authority.code());
    }

    /** All versions, the latest first, each with what it changed. */
    List<ContactAnswer> history(Authority authority, BiFunction<Authority, ContactEntry, ContactAnswer> form) {
        List<ContactEntry> versions = contacts.history(authority.code());
        if (versions.isEmpty()) {
            throw unknown();
        }
        List<ContactAnswer> history = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            ContactEntry entry = versions.get(i);
            List<String> changed = i + 1 < versions.size()
                    ? entry.changesFrom(versions.get(i + 1))
                    : List.of("officers", "readiness", "services");
            history.add(form.apply(authority, entry).with(changed));
        }
        return history;
    }

    static BusException unknown() {
        return new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
    }
}
