package vn.dancu.bus.citizen.question;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.citizen.AccessQuestionSettings;
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
    private final Consumer<OverdueQuestion> operators;
    private final WorkingDays calendar;
    private final Clock clock;

    /** @param operators hears of each question that is overdue, in the transaction */
    QuestionTerms(
            AccessQuestionSettings settings,
            JdbcQuestions questions,
            QuestionRecorder recorder,
            TransactionOperations transactions,
            Consumer<OverdueQuestion> operators,
            WorkingDays calendar,
            Clock clock) {
        this.settings = settings;
        this.questions = questions;
        this.recorder = recorder;
        this.transactions = transactions;
        this.operators = operators;
        this.calendar = calendar;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate dueOn(Instant asked) {
        return after(WorkingDays.dayOf(asked), settings.answerDays());
    }

    /**
     * So many working days later. Where the calendar does not have the year yet, the citizen can ask all the same: every second day
     * is taken to be free then, so that the authority does not lose by it.
     */
    private LocalDate after(LocalDate day, int workingDays) {
        LocalDate latest = day.plusDays(2L * workingDays);
        boolean known = calendar.knows(day.getYear())
                && calendar.knows(day.plusDays(4L * workingDays).getYear());
        return known ? calendar.after(day, workingDays) : latest;
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
        Instant now = now();
        LocalDate today = WorkingDays.dayOf(now);
        transactions.executeWithoutResult(status -> {
            questions.takeOverdue(today).forEach(this::escalate);
            questions.takeUnreminded(after(today, settings.remindDays()), now).forEach(recorder::reminded);
        });
        questions.deleteTexts(
                now.atZone(WorkingDays.ZONE).minus(settings.keep()).toInstant());
    }

    private void escalate(StoredQuestion stored) {
        recorder.escalated(stored);
        AccessQuestion question = stored.question();
        String partner = Optional.ofNullable(question.use().partner())
                .map(PartnerId::value)
                .orElse("dancu-bus");
        operators.accept(new OverdueQuestion(question.number(), partner, question.dueOn()));
    }
}
