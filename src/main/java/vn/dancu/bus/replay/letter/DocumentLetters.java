package vn.dancu.bus.replay.letter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.document.DocumentEntry;
import vn.dancu.bus.document.DocumentState;
import vn.dancu.bus.document.Documents;
import vn.dancu.bus.document.SetAsideDocuments;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.replay.DeadLetter;
import vn.dancu.bus.replay.DeadLetterFilter;
import vn.dancu.bus.replay.LetterBody;
import vn.dancu.bus.replay.LetterCursor;
import vn.dancu.bus.replay.LetterKind;
import vn.dancu.bus.replay.ReplayItem;
import vn.dancu.bus.replay.ReplayOutcome;
import vn.dancu.bus.replay.ReplaySource;

/** Documents that were refused and set aside. One that is taken up again is opened, checked and asked as if it had just come. */
final class DocumentLetters implements ReplaySource {

    private static final LetterIds IDS = new LetterIds("document");
    private static final String EDXML = "application/xml";

    private final Documents documents;
    private final SetAsideDocuments aside;
    private final Partners partners;
    private final TransactionTemplate transaction;

    DocumentLetters(Documents documents, SetAsideDocuments aside, Partners partners, TransactionTemplate transaction) {
        this.documents = documents;
        this.aside = aside;
        this.partners = partners;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "document";
    }

    @Override
    public List<DeadLetter> list(DeadLetterFilter filter, @Nullable LetterCursor after, int limit) {
        if (filter.kind() != null && filter.kind() != LetterKind.DOCUMENT) {
            return List.of();
        }
        UUID bound = IDS.bound(after);
        return aside
                .list(
                        new SetAsideDocuments.Condition(
                                filter.partner(),
                                filter.cause(),
                                filter.messageId(),
                                filter.from(),
                                filter.until(),
                                after == null || bound == null
                                        ? null
                                        : new SetAsideDocuments.Place(after.diedAt(), bound)),
                        limit)
                .stream()
                .map(DocumentLetters::letter)
                .toList();
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        return IDS.parse(id).flatMap(aside::find).map(DocumentLetters::letter);
    }

    @Override
    public Optional<LetterBody> body(String id) {
        return IDS.parse(id).flatMap(aside::open).map(kept -> LetterBody.read(EDXML, kept.content(), kept.length()));
    }

    /**
     * Who the sender is may have been put right since; a document of nobody is refused once more. One that the axis never gave, or
     * that was too large to be kept, is not there.
     */
    @Override
    public Optional<Refusal> objection(DeadLetter letter) {
        if (letter.length() == 0) {
            return Optional.of(Refusal.of(ErrorCode.QUESTION_NOT_KEPT));
        }
        if (letter.partner() == null) {
            return Optional.empty();
        }
        return partners.find(letter.partner()).isEmpty()
                ? Optional.of(Refusal.of(ErrorCode.PARTNER_UNKNOWN))
                : partners.objectionTo(letter.partner()).map(Refusal::of);
    }

    @Override
    public Map<UUID, ReplayOutcome> release(UUID replay, List<ReplayItem> items) {
        return ReplayOutcome.ofEach(items, item -> release(replay, item));
    }

    private ReplayOutcome release(UUID replay, ReplayItem item) {
        Optional<DeadLetter> letter = find(item.letter());
        if (letter.isEmpty()) {
            // After a crash in between it has been taken up already.
            boolean done = item.attempts() > 1 && document(item.letter()).isPresent();
            return done ? ReplayOutcome.sent() : ReplayOutcome.gone();
        }
        Optional<Refusal> objection = objection(letter.get());
        if (objection.isPresent()) {
            return ReplayOutcome.kept(objection.get().code().code());
        }
        UUID id = IDS.parse(item.letter()).orElseThrow();
        boolean reopened = Boolean.TRUE.equals(transaction.execute(status -> aside.reopen(id, replay)));
        return reopened ? ReplayOutcome.sent() : ReplayOutcome.gone();
    }

    @Override
    public Optional<ReplayOutcome> follow(ReplayItem item) {
        Optional<DocumentEntry> found = document(item.letter());
        if (found.isEmpty()) {
            return Optional.of(ReplayOutcome.gone());
        }
        DocumentState state = found.get().state();
        if (state instanceof DocumentState.Answered) {
            return Optional.of(new ReplayOutcome(ReplayItem.State.ANSWERED, null, null));
        }
        if (state instanceof DocumentState.Refused refused) {
            return Optional.of(new ReplayOutcome(
                    ReplayItem.State.REFUSED,
                    refused.cause().code().code(),
                    refused.cause().occurrence()));
        }
        return state instanceof DocumentState.Withdrawn ? Optional.of(ReplayOutcome.gone()) : Optional.empty();
    }

    private Optional<DocumentEntry> document(String letter) {
        return IDS.parse(letter).flatMap(documents::find);
    }

    private static DeadLetter letter(SetAsideDocuments.Aside aside) {
        DocumentEntry document = aside.document();
        DocumentState.Refused state = (DocumentState.Refused) document.state();
        return new DeadLetter(
                IDS.of(document.id()),
                LetterKind.DOCUMENT,
                document.account(),
                document.partner(),
                document.documentId(),
                state.at(),
                state.cause().code().code(),
                state.cause().field(),
                state.cause().rule(),
                aside.length());
    }
}
