package vn.dancu.bus.citizen.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.inspection.PersonEvent;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.policy.Purposes;

/** Puts events of the trail into words. */
final class AccessEntryMapper {

    private static final String SELF = "Chính bạn";
    private static final String RELATIVE = "Cha, mẹ hoặc người đại diện của bạn";
    private static final String UNKNOWN_SERVICE = "khong-ro";

    private final AccessWords words;
    private final Purposes purposes;
    private final Partners partners;
    private final String operator;

    AccessEntryMapper(AccessWords words, Purposes purposes, Partners partners, String operator) {
        this.words = words;
        this.purposes = purposes;
        this.partners = partners;
        this.operator = operator;
    }

    AccessEntry entry(PersonEvent event) {
        AccessEntry.User by = user(event);
        return new AccessEntry(
                event.id(),
                event.occurredAt(),
                by,
                partner(event).orElse(null),
                event.messageId(),
                words.label(action(event)),
                purpose(event.purpose()),
                words.groups(event.released()),
                outcome(event));
    }

    AccessSummary.Use use(PersonEvent event) {
        return new AccessSummary.Use(event.occurredAt(), user(event).name(), words.brief(action(event)));
    }

    private static String action(PersonEvent event) {
        if (event.kind() == RecordKind.ACT) {
            return event.result();
        }
        return event.service() == null ? UNKNOWN_SERVICE : event.service();
    }

    private AccessEntry.User user(PersonEvent event) {
        if (isOwn(event)) {
            return new AccessEntry.User(AccessEntry.Side.CITIZEN, SELF);
        }
        if (event.isByRelative()) {
            return new AccessEntry.User(AccessEntry.Side.RELATIVE, RELATIVE);
        }
        boolean official = event.kind() == RecordKind.ACT && !event.roles().contains(Role.PARTNER.code());
        if (official || event.partner() == null) {
            return new AccessEntry.User(AccessEntry.Side.OPERATOR, operator);
        }
        String claimed = event.partner();
        String name = partner(event)
                .flatMap(partners::find)
                .map(Partner::name)
                .orElse("Hệ thống chưa xác định (" + claimed + ")");
        return new AccessEntry.User(AccessEntry.Side.AUTHORITY, name);
    }

    private static boolean isOwn(PersonEvent event) {
        boolean atOwnDoor = "me".equals(event.door()) || "sms".equals(event.door());
        return !event.isByRelative() && (atOwnDoor || event.roles().contains(Role.CITIZEN.code()));
    }

    private static Optional<PartnerId> partner(PersonEvent event) {
        return Optional.ofNullable(event.partner()).filter(PartnerId::isValid).map(PartnerId::new);
    }

    private AccessEntry.@Nullable Label purpose(@Nullable String code) {
        return code == null
                ? null
                : new AccessEntry.Label(
                        code,
                        purposes.find(new Purpose(code))
                                .map(Purposes.Entry::plain)
                                .orElse(code));
    }

    private static AccessEntry.Outcome outcome(PersonEvent event) {
        return switch (event.kind()) {
            case REFUSAL -> AccessEntry.Outcome.REFUSED;
            case ANSWER ->
                event.released().isEmpty() ? AccessEntry.Outcome.NOTHING_RELEASED : AccessEntry.Outcome.RELEASED;
            default -> event.released().isEmpty() ? AccessEntry.Outcome.SEEN : AccessEntry.Outcome.RELEASED;
        };
    }
}
