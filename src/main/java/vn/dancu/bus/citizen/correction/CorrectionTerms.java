package vn.dancu.bus.citizen.correction;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.DataDeletion;
import vn.dancu.bus.citizen.AnswerTerm;
import vn.dancu.bus.citizen.CorrectionSettings;
import vn.dancu.bus.citizen.OverdueAnswer;
import vn.dancu.bus.delivery.ClaimChecks;
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
    private final Consumer<OverdueAnswer> operators;
    private final AnswerTerm term;

    /** @param operators hears of each request that is overdue, in the transaction */
    CorrectionTerms(
            CorrectionSettings settings,
            JdbcCorrections corrections,
            SentDocuments documents,
            Acts acts,
            TransactionTemplate transaction,
            Consumer<OverdueAnswer> operators,
            AnswerTerm term) {
        this.settings = settings;
        this.corrections = corrections;
        this.documents = documents;
        this.acts = acts;
        this.transaction = transaction;
        this.operators = operators;
        this.term = term;
    }

    CorrectionSettings settings() {
        return settings;
    }

    Instant now() {
        return term.now();
    }

    LocalDate today() {
        return term.today();
    }

    LocalDate dueOn() {
        return term.after(settings.answerDays());
    }

    /** The agency's code in the form in which the axis knows it. */
    String address(StoredCorrection stored) {
        String agency = settings.agency();
        return agency != null && AgencyCode.of(agency).value().equals(stored.agency()) ? agency : stored.agency();
    }

    /** Reminds of what is due soon, and escalates what is overdue: each once, on whichever instance. */
    void run() {
        transaction.executeWithoutResult(status -> {
            corrections.takeOverdue(today(), now()).forEach(this::escalate);
            corrections
                    .takeUnreminded(today(), term.after(settings.remindDays()), now())
                    .forEach(soon -> {
                        record(soon, "citizen.correction_reminded");
                        remind(soon, "Sắp đến hạn trả lời");
                    });
        });
    }

    private void escalate(StoredCorrection late) {
        record(late, "citizen.correction_escalated");
        remind(late, "Quá hạn trả lời");
        operators.accept(new OverdueAnswer(OverdueAnswer.Kind.CORRECTION, late.number(), late.agency(), late.dueOn()));
    }

    /** Deletes those that ended so long ago, with the documents that answered them. */
    void deleteOld(DataDeletion deletion, ClaimChecks claims) {
        Instant before = now().atZone(WorkingDays.ZONE).minus(settings.keep()).toInstant();
        deletion.run("citizen.corrections_deleted", before, moment -> {
            List<StoredCorrection> ended = corrections.deleteEnded(moment);
            for (StoredCorrection each : ended) {
                StoredCorrection.StoredAnswer answer = each.answer();
                if (answer != null) {
                    claims.release(answer.reply(), each.holder());
                }
            }
            return ended.size();
        });
    }

    int overdue() {
        return corrections.overdue(today());
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
