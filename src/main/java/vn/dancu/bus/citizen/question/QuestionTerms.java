package vn.dancu.bus.citizen.question;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.DataDeletion;
import vn.dancu.bus.citizen.AccessQuestionSettings;
import vn.dancu.bus.citizen.AnswerTerm;
import vn.dancu.bus.citizen.OverdueAnswer;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.calendar.WorkingDays;

/** Until when a question is to be answered, how many a person may ask, and what happens when a day is over. */
final class QuestionTerms {

    private static final Duration DAY = Duration.ofDays(1);

    private final AccessQuestionSettings settings;
    private final JdbcQuestions questions;
    private final QuestionRecorder recorder;
    private final TransactionOperations transactions;
    private final Consumer<OverdueAnswer> operators;
    private final AnswerTerm term;

    /** @param operators hears of each question that is overdue, in the transaction */
    QuestionTerms(
            AccessQuestionSettings settings,
            JdbcQuestions questions,
            QuestionRecorder recorder,
            TransactionOperations transactions,
            Consumer<OverdueAnswer> operators,
            AnswerTerm term) {
        this.settings = settings;
        this.questions = questions;
        this.recorder = recorder;
        this.transactions = transactions;
        this.operators = operators;
        this.term = term;
    }

    Instant now() {
        return term.now();
    }

    LocalDate dueOn() {
        return term.after(settings.answerDays());
    }

    /** @throws BusException {@code limit_reached} */
    void requireRoom(Collection<byte[]> persons) {
        if (questions.open(persons) >= settings.maxOpen()) {
            throw BusException.of(
                    ErrorCode.LIMIT_REACHED, "cauHoi", "at most " + settings.maxOpen() + " that wait for an answer");
        }
        if (questions.since(persons, now().minus(DAY)) >= settings.maxADay()) {
            throw BusException.of(ErrorCode.LIMIT_REACHED, "cauHoi", "at most " + settings.maxADay() + " in 24 hours");
        }
    }

    /** Does what is due now, once, on whichever instance. */
    void run() {
        transactions.executeWithoutResult(status -> {
            questions.takeOverdue(term.today()).forEach(this::escalate);
            questions.takeUnreminded(term.after(settings.remindDays()), now()).forEach(recorder::reminded);
        });
    }

    /** Deletes those that ended so long ago. */
    void deleteOld(DataDeletion deletion) {
        Instant before = now().atZone(WorkingDays.ZONE).minus(settings.keep()).toInstant();
        deletion.run("citizen.questions_deleted", before, questions::deleteEnded);
    }

    private void escalate(StoredQuestion stored) {
        recorder.escalated(stored);
        AccessQuestion question = stored.question();
        String partner = Optional.ofNullable(question.use().partner())
                .map(PartnerId::value)
                .orElse("dancu-bus");
        operators.accept(new OverdueAnswer(OverdueAnswer.Kind.QUESTION, question.number(), partner, question.dueOn()));
    }
}
