package vn.dancu.bus.citizen.question;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.access.AccessEntry;
import vn.dancu.bus.citizen.access.AccessLog;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.register.PersonNumbers;

/** Opens questions and lists them for whoever asked them, under whichever number. */
final class QuestionOpener implements CitizenQuestions {

    private final AccessLog log;
    private final PersonNumbers numbers;
    private final JdbcQuestions questions;
    private final QuestionTexts texts;
    private final QuestionRecorder recorder;
    private final QuestionTerms terms;
    private final TransactionOperations transactions;
    private final SecretBox hashes;

    QuestionOpener(
            AccessLog log,
            PersonNumbers numbers,
            JdbcQuestions questions,
            QuestionTexts texts,
            QuestionRecorder recorder,
            QuestionTerms terms,
            TransactionOperations transactions,
            SecretBox hashes) {
        this.log = log;
        this.numbers = numbers;
        this.questions = questions;
        this.texts = texts;
        this.recorder = recorder;
        this.terms = terms;
        this.transactions = transactions;
        this.hashes = hashes;
    }

    @Override
    public AccessQuestion ask(VerifiedCitizen citizen, UUID entry, String text) {
        byte[] sealed = texts.seal("noiDung", text, QuestionTexts.MAX_QUESTION);
        AccessEntry use =
                log.find(citizen, entry).orElseThrow(() -> new BusException(ErrorCode.RESOURCE_UNKNOWN, null));
        byte[] person = PersonHash.of(hashes, citizen.number());
        List<byte[]> persons = persons(citizen);
        return Objects.requireNonNull(transactions.execute(status -> {
            questions.lock(person);
            terms.requireRoom(persons);
            StoredQuestion stored = new StoredQuestion(question(use), person, sealed, null);
            questions.add(stored);
            recorder.asked(stored);
            return texts.opened(stored);
        }));
    }

    @Override
    public List<AccessQuestion> list(VerifiedCitizen citizen, @Nullable String after, int limit) {
        return questions.ofPerson(persons(citizen), after, limit).stream()
                .map(texts::opened)
                .toList();
    }

    private AccessQuestion question(AccessEntry entry) {
        Instant now = terms.now();
        return new AccessQuestion(
                texts.newNumber(),
                new AccessQuestion.Use(
                        entry.id(),
                        entry.at(),
                        entry.partner(),
                        entry.messageId(),
                        entry.service().code()),
                QuestionState.OPEN,
                now,
                terms.dueOn(now),
                null,
                null);
    }

    private List<byte[]> persons(VerifiedCitizen citizen) {
        return numbers.of(citizen.number()).stream()
                .map(number -> PersonHash.of(hashes, number))
                .toList();
    }
}
