package vn.dancu.bus.desk.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.desk.Paging;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.authority.Authority;
import vn.dancu.bus.partner.contact.ContactEntry;
import vn.dancu.bus.partner.contact.Contacts;

/** Entries of the register with the authorities that they belong to. */
final class ContactReader {

    /** A page of versions with all they hold: bounded, since anybody may ask. */
    private static final int PAGE = 20;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final Authorities authorities;
    private final Contacts contacts;

    ContactReader(Authorities authorities, Contacts contacts) {
        this.authorities = authorities;
        this.contacts = contacts;
    }

    Paging.Page<ContactResponse> page(@Nullable String after, @Nullable String limit) {
        Paging paging = Paging.of(after, limit);
        String last = paging.after();
        require(last == null || AgencyCode.isValid(last));
        return paging.page(
                contacts.list(last == null ? null : AgencyCode.of(last), paging.oneMore()).stream()
                        .map(ContactResponse::publicly)
                        .toList(),
                it -> it.authority().code());
    }

    /** The entry in force of an authority, by either form of its code. */
    ContactEntry entry(String code) {
        return contacts.find(authority(code).code()).orElseThrow(ContactReader::unknown);
    }

    ContactEntry version(String code, String number) {
        if (!NUMBER.matcher(number).matches()) {
            throw unknown();
        }
        return contacts.find(authority(code).code(), Integer.parseInt(number)).orElseThrow(ContactReader::unknown);
    }

    /** Versions, the latest first, each with what it changed. */
    Paging.Page<ContactResponse> history(
            String code, @Nullable String after, Function<ContactEntry, ContactResponse> form) {
        require(after == null || NUMBER.matcher(after).matches());
        List<ContactEntry> versions =
                contacts.history(authority(code).code(), after == null ? null : Integer.valueOf(after), PAGE + 1);
        if (versions.isEmpty()) {
            throw unknown();
        }
        List<ContactResponse> history = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            ContactEntry entry = versions.get(i);
            List<String> changed = i + 1 < versions.size()
                    ? entry.changesFrom(versions.get(i + 1))
                    : List.of("officers", "readiness", "services");
            history.add(form.apply(entry).with(changed));
        }
        return new Paging(after, PAGE).page(history, it -> String.valueOf(it.version()));
    }

    Authority authority(String code) {
        return authorities.find(code).orElseThrow(ContactReader::unknown);
    }

    private static void require(boolean valid) {
        if (!valid) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "after", "the next of the answer before");
        }
    }

    static BusException unknown() {
        return new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
    }
}
