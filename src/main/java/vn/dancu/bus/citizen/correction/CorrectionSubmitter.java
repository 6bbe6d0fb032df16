package vn.dancu.bus.citizen.correction;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.citizen.CaseNumbers;
import vn.dancu.bus.citizen.CorrectionSettings;
import vn.dancu.bus.citizen.PersonHashes;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.delivery.ClaimCheck;
import vn.dancu.bus.document.SentDocuments;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Sends requests and shows them to whoever asked. */
final class CorrectionSubmitter implements Corrections, CorrectionOversight {

    private final JdbcCorrections corrections;
    private final SentDocuments documents;
    private final CorrectionTexts texts;
    private final CorrectionTerms terms;
    private final CorrectionSettings settings;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final PersonHashes persons;
    private final CaseNumbers numbers;
    private final CorrectionLetter letters = new CorrectionLetter();

    CorrectionSubmitter(
            JdbcCorrections corrections,
            SentDocuments documents,
            CorrectionTexts texts,
            CorrectionTerms terms,
            Acts acts,
            TransactionTemplate transaction,
            PersonHashes persons,
            CaseNumbers numbers) {
        this.corrections = corrections;
        this.documents = documents;
        this.texts = texts;
        this.terms = terms;
        this.settings = terms.settings();
        this.acts = acts;
        this.transaction = transaction;
        this.persons = persons;
        this.numbers = numbers;
    }

    @Override
    public Correction ask(VerifiedCitizen citizen, CorrectionProposal proposal) {
        String agency = settings.agency();
        if (agency == null) {
            throw BusException.of(ErrorCode.CHANNEL_CLOSED);
        }
        requireSize(proposal);
        List<byte[]> hashes = persons.of(citizen);
        byte[] person = hashes.get(0);
        Optional<StoredCorrection> first = corrections.find(person, proposal.reference());
        if (first.isPresent()) {
            return repeated(first.get(), proposal);
        }
        StoredCorrection stored = stored(person, AgencyCode.of(agency).value(), proposal);
        SentDocuments.Letter letter = letters.request(
                stored, new CorrectionLetter.Way(settings.account(), terms.address(stored)), citizen, proposal);
        ClaimCheck written = documents.write(letter);
        return Objects.requireNonNull(transaction.execute(status -> {
            corrections.lock(person);
            Optional<StoredCorrection> meanwhile = corrections.find(person, proposal.reference());
            if (meanwhile.isPresent()) {
                return repeated(meanwhile.get(), proposal);
            }
            requireRoom(hashes);
            corrections.add(stored, proposal.reference());
            documents.send(letter, written);
            acts.record(new Act(
                    Actor.CITIZEN,
                    "citizen.correction_asked",
                    null,
                    "correction/" + stored.number(),
                    Map.of(
                            "field", stored.field().value(),
                            "agency", stored.agency(),
                            "dueOn", stored.dueOn().toString(),
                            "document", stored.documentId().toString()),
                    person));
            return opened(stored);
        }));
    }

    @Override
    public List<Correction> list(VerifiedCitizen citizen, @Nullable String after, int limit) {
        return corrections.list(persons.of(citizen), null, after, limit).stream()
                .map(this::opened)
                .toList();
    }

    @Override
    public List<SentDocuments.ReplyFile> files(VerifiedCitizen citizen, String number) {
        return documents.files(reply(citizen, number));
    }

    @Override
    public void copy(VerifiedCitizen citizen, String number, int position, OutputStream out) throws IOException {
        documents.copy(reply(citizen, number), position, out);
    }

    @Override
    public List<Correction> list(boolean isOverdue, @Nullable String after, int limit) {
        return corrections.list(null, isOverdue ? terms.today() : null, after, limit).stream()
                .map(stored -> shown(stored, null, null))
                .toList();
    }

    @Override
    public Optional<Correction> find(String number) {
        return corrections.find(number).map(stored -> shown(stored, null, null));
    }

    private ClaimCheck reply(VerifiedCitizen citizen, String number) {
        List<byte[]> hashes = persons.of(citizen);
        return corrections
                .find(number)
                .filter(stored -> hashes.stream().anyMatch(hash -> Arrays.equals(hash, stored.personHash())))
                .flatMap(stored -> Optional.ofNullable(stored.answer()))
                .map(StoredCorrection.StoredAnswer::reply)
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
    }

    private StoredCorrection stored(byte[] person, String agency, CorrectionProposal proposal) {
        return new StoredCorrection(
                numbers.next("DC"),
                UUID.randomUUID(),
                person,
                agency,
                proposal.field(),
                CorrectionState.SENT,
                terms.now(),
                terms.dueOn(),
                texts.seal(wish(proposal)),
                null);
    }

    private Correction repeated(StoredCorrection first, CorrectionProposal proposal) {
        Correction known = opened(first);
        if (!known.field().equals(proposal.field()) || !wish(proposal).equals(known.wish())) {
            throw BusException.of(ErrorCode.RESOURCE_EXISTS, "maYeuCau", "not the number of another request");
        }
        return known;
    }

    private Correction opened(StoredCorrection stored) {
        StoredCorrection.StoredAnswer answer = stored.answer();
        CorrectionTexts.Words words = answer == null ? null : texts.open(answer.text(), CorrectionTexts.Words.class);
        return shown(stored, texts.open(stored.wish(), Correction.Wish.class), words);
    }

    private Correction shown(
            StoredCorrection stored, Correction.@Nullable Wish wish, CorrectionTexts.@Nullable Words words) {
        StoredCorrection.StoredAnswer answer = stored.answer();
        return new Correction(
                stored.number(),
                stored.documentId(),
                stored.agency(),
                stored.field(),
                stored.state(),
                stored.askedAt(),
                stored.dueOn(),
                stored.state().isOpen() && stored.dueOn().isBefore(terms.today()),
                wish,
                corrections.reports(stored.number()),
                answer == null
                        ? null
                        : new Correction.Answer(
                                answer.at(),
                                words == null ? null : words.subject(),
                                words == null ? null : words.text()));
    }

    private static Correction.Wish wish(CorrectionProposal proposal) {
        return new Correction.Wish(proposal.right(), proposal.reason(), proposal.evidence() != null);
    }

    private void requireSize(CorrectionProposal proposal) {
        CorrectionProposal.Evidence evidence = proposal.evidence();
        if (evidence != null && evidence.content().length > settings.maxFile().toBytes()) {
            throw BusException.of(
                    ErrorCode.MESSAGE_TOO_LARGE,
                    "tep",
                    "at most " + settings.maxFile().toBytes() + " bytes");
        }
    }

    private void requireRoom(List<byte[]> hashes) {
        if (corrections.open(hashes) >= settings.maxOpen()) {
            throw BusException.of(
                    ErrorCode.LIMIT_REACHED, "truong", "at most " + settings.maxOpen() + " that wait for an answer");
        }
    }
}
