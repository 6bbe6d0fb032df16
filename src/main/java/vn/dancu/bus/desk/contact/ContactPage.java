package vn.dancu.bus.desk.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import vn.dancu.bus.partner.authority.BilingualLabel;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.partner.contact.ContactOfficer;

/**
 * An entry as people read it: days as they are written in Vietnam, words instead of codes.
 *
 * @param name the authority's
 * @param codes its codes, the newer form first
 * @param kind what kind of body it is
 * @param path the code as it stands in a path
 * @param version number of the version shown
 * @param changedAt when it came into force
 */
record ContactPage(
        String name,
        String codes,
        BilingualLabel kind,
        String path,
        int version,
        String changedAt,
        List<ContactOfficer> officers,
        List<Shared> readiness,
        List<Service> services) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm, dd/MM/uuuu");

    record Shared(String subject, String since, String modesVi, String modesEn) {}

    record Service(
            String code,
            String name,
            String description,
            String readyOn,
            String publishedOn,
            String publishBy,
            boolean late) {}

    /** A version in the list of all. */
    record Version(int number, String changedAt, String changedVi, String changedEn) {

        static Version of(ContactResponse answer) {
            List<String> parts = answer.changed() == null ? List.of() : answer.changed();
            return new Version(
                    answer.version(),
                    moment(answer.changedAt()),
                    parts.isEmpty() ? "không đổi" : joined(parts, ContactPage::partVi),
                    parts.isEmpty() ? "nothing" : joined(parts, part -> part));
        }
    }

    static ContactPage of(ContactResponse answer, BilingualLabel kind) {
        ContactResponse.Body authority = answer.authority();
        return new ContactPage(
                authority.name(),
                authority.olderCode() == null ? authority.code() : authority.code() + " · " + authority.olderCode(),
                kind,
                authority.code(),
                answer.version(),
                moment(answer.changedAt()),
                answer.officers(),
                answer.readiness().stream().map(ContactPage::shared).toList(),
                answer.services().stream().map(ContactPage::service).toList());
    }

    private static Shared shared(ContactResponse.ReadinessResponse one) {
        return new Shared(
                one.subject(),
                day(one.since()),
                joined(one.modes(), ContactPage::modeVi),
                joined(one.modes(), mode -> mode.replace('-', ' ')));
    }

    private static Service service(ContactResponse.ServiceResponse one) {
        return new Service(
                one.code(),
                one.name(),
                one.description(),
                day(one.readyOn()),
                day(one.publishedOn()),
                day(one.publishBy()),
                one.late());
    }

    private static String modeVi(String mode) {
        return switch (mode) {
            case "online-call" -> "gọi trực tuyến";
            case "synchronised" -> "đồng bộ";
            default -> "đóng gói";
        };
    }

    private static String partVi(String part) {
        return switch (part) {
            case "officers" -> "cán bộ đầu mối";
            case "readiness" -> "sẵn sàng chia sẻ";
            default -> "mô tả dịch vụ";
        };
    }

    private static String joined(List<String> codes, UnaryOperator<String> word) {
        return codes.stream().map(word).collect(Collectors.joining(", "));
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String moment(Instant moment) {
        return MOMENT.format(moment.atZone(WorkingDays.ZONE));
    }
}
