package vn.dancu.bus.desk.console.authority;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.desk.console.Moments;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.partner.contact.ContactEntry;
import vn.dancu.bus.partner.contact.ContactOfficer;
import vn.dancu.bus.partner.contact.ContactSheet;
import vn.dancu.bus.partner.contact.Readiness;
import vn.dancu.bus.partner.contact.ServiceDescription;

/**
 * The form of an entry of contacts: rows of fields {@code officer.<n>.name} and so on; a row whose first field is blank is left
 * out. The form shows two empty rows after those that there are.
 *
 * @param basedOn version that the change starts from; 0 for the first
 */
record ContactForm(
        int basedOn, List<ContactOfficer> officers, List<Readiness> readiness, List<ServiceDescription> services) {

    /** Rows of each table that the form reads. */
    static final int MAX_ROWS = 50;

    static ContactForm of(@Nullable ContactEntry entry) {
        return entry == null
                ? new ContactForm(0, List.of(), List.of(), List.of())
                : new ContactForm(
                        entry.version(),
                        entry.officers(),
                        entry.readiness(),
                        entry.services().stream()
                                .map(ServiceDescription.Published::service)
                                .toList());
    }

    static ContactForm of(Map<String, String> fields) {
        List<ContactOfficer> officers = new ArrayList<>();
        List<Readiness> readiness = new ArrayList<>();
        List<ServiceDescription> services = new ArrayList<>();
        for (int i = 0; i < MAX_ROWS; i++) {
            Row officer = new Row(fields, "officer." + i + ".");
            if (officer.has("name")) {
                officers.add(new ContactOfficer(
                        officer.text("name"),
                        officer.text("position"),
                        officer.text("duty"),
                        officer.text("phone"),
                        officer.text("email")));
            }
            Row ready = new Row(fields, "readiness." + i + ".");
            if (ready.has("subject")) {
                readiness.add(new Readiness(ready.text("subject"), ready.day("since"), ready.modes()));
            }
            Row service = new Row(fields, "service." + i + ".");
            if (service.has("code")) {
                services.add(new ServiceDescription(
                        service.text("code"),
                        service.text("name"),
                        service.text("description"),
                        service.day("readyOn")));
            }
        }
        String version = fields.getOrDefault("basedOn", "");
        if (!version.matches("[0-9]{1,9}")) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "basedOn", "the number of a version");
        }
        return new ContactForm(Integer.parseInt(version), officers, readiness, services);
    }

    ContactSheet sheet() {
        return new ContactSheet(officers, readiness, services);
    }

    /** One row of a table in the form. */
    private record Row(Map<String, String> fields, String prefix) {

        boolean has(String field) {
            return !text(field).isEmpty();
        }

        String text(String field) {
            return fields.getOrDefault(prefix + field, "").strip();
        }

        LocalDate day(String field) {
            LocalDate day = Moments.date(field, text(field));
            if (day == null) {
                throw BusException.of(ErrorCode.FIELD_MISSING, field, "a day");
            }
            return day;
        }

        List<Readiness.Mode> modes() {
            return Arrays.stream(Readiness.Mode.values())
                    .filter(mode -> fields.containsKey(prefix + "mode." + mode.code()))
                    .toList();
        }
    }
}
