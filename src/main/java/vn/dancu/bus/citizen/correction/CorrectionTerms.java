package vn.dancu.bus.citizen.correction;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.citizen.CorrectionSettings;
import vn.dancu.bus.document.SentDocuments;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.partner.calendar.WorkingDays;

/** Until when a request is to be answered, and what happens when a day comes or is over. */
final class CorrectionTerms {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final CorrectionSettings settings;
    private final JdbcCorrections corrections;
    private final SentDocuments documents;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final WorkingDays calendar;
    private final Clock clock;

    CorrectionTerms(
            CorrectionSettings settings,
            JdbcCorrections corrections,
            SentDocuments documents,
            Acts acts,
            TransactionTemplate transaction,
            WorkingDays calendar,
            Clock clock) {
        this.settings = settings;
        this.corrections = corrections;
        this.documents = documents;
        this.acts = acts;
        this.transaction = transaction;
        this.calendar = calendar;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return WorkingDays.dayOf(clock.instant());
    }

    LocalDate dueOn() {
        return after(settings.answerDays());
    }

    /** The agency's code in the form in which the axis knows it. */
    String address(StoredCorrection stored) {
        String agency = settings.agency();
        return agency != null && AgencyCode.of(agency).value().equals(stored.agency()) ? agency : stored.agency();
    }

    /** Reminds of what is due soon, and escalates what is overdue: each once, on whichever instance. */
    void run() {
        transaction.executeWithoutResult(status -> {
            corrections.takeOverdue(today(), now()).forEach(late -> {
                record(late, "citizen.correction_escalated");
                remind(late, "Quá hạn trả lời");
            });
            if (settings.agency() != null) {
                corrections.takeUnreminded(after(settings.remindDays()), now()).forEach(soon -> {
                    record(soon, "citizen.correction_reminded");
                    remind(soon, "Sắp đến hạn trả lời");
                });
            }
        });
    }

    int overdue() {
        return corrections.overdue(today());
    }

    /** Where the calendar does not have the year yet, every second day is taken to be free. */
    private LocalDate after(int workingDays) {
        LocalDate day = today();
        boolean known = calendar.knows(day.getYear())
                && calendar.knows(day.plusDays(4L * workingDays).getYear());
        return known ? calendar.after(day, workingDays) : day.plusDays(2L * workingDays);
    }

    /** A document of its own, without anything of the citizen; its id is made of that of the request, so that it goes once. */
    private void remind(StoredCorrection stored, String what) {
        SentDocuments.Letter letter = new SentDocuments.Letter(
                UUID.nameUUIDFromBytes((stored.documentId() + what).getBytes(StandardCharsets.UTF_8)),
                settings.account(),
                address(stored),
                stored.number(),
                what + " đề nghị điều chỉnh thông tin của công dân, số " + stored.number(),
                "Văn bản " + stored.documentId() + " chưa được trả lời; hạn trả lời là ngày "
                        + DAY.format(stored.dueOn()) + ".",
                stored.dueOn(),
                List.of());
        documents.send(letter, documents.write(letter));
    }

    private void record(StoredCorrection stored, String action) {
        acts.record(new Act(
                Actor.BUS,
                action,
                null,
                "correction/" + stored.number(),
                Map.of("agency", stored.agency(), "dueOn", stored.dueOn().toString()),
                stored.personHash()));
    }
}
