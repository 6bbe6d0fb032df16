package vn.dancu.bus.citizen.question;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/** Lists, shows and ends questions, for the authority that is asked and for those who run the bus. */
final class QuestionResponder implements AuthorityQuestions, QuestionOversight {

    private final JdbcQuestions questions;
    private final QuestionTexts texts;
    private final QuestionRecorder recorder;
    private final TransactionOperations transactions;
    private final Supplier<Instant> clock;

    QuestionResponder(
            JdbcQuestions questions,
            QuestionTexts texts,
            QuestionRecorder recorder,
            TransactionOperations transactions,
            Supplier<Instant> clock) {
        this.questions = questions;
        this.texts = texts;
        this.recorder = recorder;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<AccessQuestion> list(
            PartnerId partner, @Nullable QuestionState state, @Nullable String after, int limit) {
        return list(state, partner, after, limit);
    }

    @Override
    public List<AccessQuestion> list(
            @Nullable QuestionState state, @Nullable PartnerId partner, @Nullable String after, int limit) {
        return questions.list(state, partner, after, limit).stream()
                .map(StoredQuestion::question)
                .toList();
    }

    @Override
    public AccessQuestion read(PartnerId partner, String number) {
        return read(Actor.of(partner), number, isTo(partner));
    }

    @Override
    public AccessQuestion read(Actor by, String number) {
        return read(by, number, stored -> true);
    }

    private AccessQuestion read(Actor by, String number, Predicate<StoredQuestion> shown) {
        return inTransaction(() -> {
            StoredQuestion stored = find(number, shown);
            recorder.read(by, stored);
            return texts.opened(stored);
        });
    }

    @Override
    public AccessQuestion answer(PartnerId partner, String number, QuestionFinding finding, String text) {
        byte[] sealed = texts.seal("traLoi", text, QuestionTexts.MAX_ANSWER);
        return inTransaction(() -> {
            StoredQuestion stored = end(number, isTo(partner), QuestionState.ANSWERED, finding, sealed);
            recorder.answered(Actor.of(partner), stored, finding);
            return texts.opened(stored);
        });
    }

    @Override
    public AccessQuestion close(Actor by, String number, QuestionFinding finding, String text) {
        byte[] sealed = texts.seal("text", text, QuestionTexts.MAX_ANSWER);
        return inTransaction(() -> {
            StoredQuestion stored = end(number, any -> true, QuestionState.CLOSED, finding, sealed);
            recorder.closed(by, stored, finding);
            return texts.opened(stored);
        });
    }

    private StoredQuestion end(
            String number,
            Predicate<StoredQuestion> shown,
            QuestionState state,
            QuestionFinding finding,
            byte[] answer) {
        StoredQuestion before = find(number, shown);
        if (!questions.end(number, state, finding, answer, clock.get())) {
            throw BusException.of(
                    ErrorCode.MOVE_NOT_ALLOWED, "question", "one that waits for its answer, and this one does not");
        }
        return find(before.question().number(), shown);
    }

    private StoredQuestion find(String number, Predicate<StoredQuestion> shown) {
        return questions
                .find(number)
                .filter(shown)
                .orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
    }

    private static Predicate<StoredQuestion> isTo(PartnerId partner) {
        return stored -> partner.equals(stored.question().use().partner());
    }

    private AccessQuestion inTransaction(Supplier<AccessQuestion> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}
