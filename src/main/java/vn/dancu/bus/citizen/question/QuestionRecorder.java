package vn.dancu.bus.citizen.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.partner.notice.NoticeKind;
import vn.dancu.bus.partner.notice.Notices;

/** Records what becomes of a question and notifies its authority, in the transaction of the change. */
final class QuestionRecorder {

    private final Acts acts;
    private final Notices notices;
    private final Partners partners;

    QuestionRecorder(Acts acts, Notices notices, Partners partners) {
        this.acts = acts;
        this.notices = notices;
        this.partners = partners;
    }

    void asked(StoredQuestion stored) {
        record(Actor.CITIZEN, "citizen.question_asked", stored, Map.of("dueOn", dueOn(stored)));
        notice(NoticeKind.ACCESS_QUESTIONED, stored);
    }

    void read(Actor by, StoredQuestion stored) {
        record(by, "citizen.question_read", stored, Map.of());
    }

    void answered(Actor by, StoredQuestion stored, QuestionFinding finding) {
        record(by, "citizen.question_answered", stored, Map.of("finding", finding.code()));
    }

    void closed(Actor by, StoredQuestion stored, QuestionFinding finding) {
        record(by, "citizen.question_closed", stored, Map.of("finding", finding.code()));
        notice(NoticeKind.ACCESS_QUESTION_CLOSED, stored);
    }

    void reminded(StoredQuestion stored) {
        record(Actor.BUS, "citizen.question_reminded", stored, Map.of("dueOn", dueOn(stored)));
        notice(NoticeKind.ACCESS_QUESTION_DUE, stored);
    }

    void escalated(StoredQuestion stored) {
        record(Actor.BUS, "citizen.question_escalated", stored, Map.of("dueOn", dueOn(stored)));
        notice(NoticeKind.ACCESS_QUESTION_OVERDUE, stored);
    }

    private void record(Actor by, String action, StoredQuestion stored, Map<String, String> detail) {
        AccessQuestion question = stored.question();
        acts.record(new Act(
                by, action, question.use().partner(), "question/" + question.number(), detail, stored.personHash()));
    }

    /** A system that is none, such as one that merely claimed to be a partner, has nobody to notify. */
    private void notice(NoticeKind kind, StoredQuestion stored) {
        AccessQuestion question = stored.question();
        @Nullable PartnerId partner = question.use().partner();
        if (partner == null || partners.find(partner).isEmpty()) {
            return;
        }
        String message = question.use().messageId();
        boolean unused = notices.write(
                partner,
                kind,
                kind.code() + "/" + question.number(),
                end(question.dueOn()),
                Map.of(
                        "partner", partner.value(),
                        "number", question.number(),
                        "event", question.use().event().toString(),
                        "message", message == null ? "–" : message,
                        "usedAt", question.use().at().toString(),
                        "due", question.dueOn().toString()));
    }

    private static String dueOn(StoredQuestion stored) {
        return stored.question().dueOn().toString();
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(WorkingDays.ZONE).toInstant();
    }
}
