package vn.dancu.bus.citizen.question;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.citizen.CaseNumbers;
import vn.dancu.bus.citizen.PersonHashes;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.access.AccessEntry;
import vn.dancu.bus.citizen.access.AccessLog;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Opens questions and lists them for whoever asked them, under whichever number. */
final class QuestionOpener implements CitizenQuestions {

    private final AccessLog log;
    private final PersonHashes persons;
    private final CaseNumbers numbers;
    private final JdbcQuestions questions;
    private final QuestionTexts texts;
    private final QuestionRecorder recorder;
    private final QuestionTerms terms;
    private final TransactionOperations transactions;

    QuestionOpener(
            AccessLog log,
            PersonHashes persons,
            CaseNumbers numbers,
            JdbcQuestions questions,
            QuestionTexts texts,
            QuestionRecorder recorder,
            QuestionTerms terms,
            TransactionOperations transactions) {
        this.log = log;
        this.persons = persons;
        this.numbers = numbers;
        this.questions = questions;
        this.texts = texts;
        this.recorder = recorder;
        this.terms = terms;
        this.transactions = transactions;
    }

    @Override
    public AccessQuestion ask(VerifiedCitizen citizen, UUID entry, String text) {
        byte[] sealed = texts.seal("noiDung", text, QuestionTexts.MAX_QUESTION);
        AccessEntry use =
                log.find(citizen, entry).orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
        List<byte[]> hashes = persons.of(citizen);
        byte[] person = hashes.get(0);
        return Objects.requireNonNull(transactions.execute(status -> {
            questions.lock(person);
            terms.requireRoom(hashes);
            StoredQuestion stored = new StoredQuestion(question(use), person, sealed, null);
            questions.add(stored);
            recorder.asked(stored);
            return texts.opened(stored);
        }));
    }

    @Override
    public List<AccessQuestion> list(VerifiedCitizen citizen, @Nullable String after, int limit) {
        return questions.ofPerson(persons.of(citizen), after, limit).stream()
                .map(texts::opened)
                .toList();
    }

    private AccessQuestion question(AccessEntry entry) {
        return new AccessQuestion(
                numbers.next("CH"),
                new AccessQuestion.Use(
                        entry.id(),
                        entry.at(),
                        entry.partner(),
                        entry.messageId(),
                        entry.service().code()),
                QuestionState.OPEN,
                terms.now(),
                terms.dueOn(),
                null,
                null);
    }
}
