package vn.dancu.bus.replay.letter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.replay.DeadLetter;
import vn.dancu.bus.replay.DeadLetterFilter;
import vn.dancu.bus.replay.DeadLetters;
import vn.dancu.bus.replay.LetterBody;
import vn.dancu.bus.replay.LetterContent;
import vn.dancu.bus.replay.LetterCursor;
import vn.dancu.bus.replay.ReplaySource;

/** Merges the lists of all places; who looks at a body in clear is recorded before it is read. */
final class RecordedLetters implements DeadLetters {

    private final LetterSources sources;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final MaskedBody mask = new MaskedBody();

    RecordedLetters(LetterSources sources, Acts acts, TransactionTemplate transaction) {
        this.sources = sources;
        this.acts = acts;
        this.transaction = transaction;
    }

    @Override
    public List<DeadLetter> search(DeadLetterFilter filter, @Nullable LetterCursor after, int limit) {
        return sources.all().stream()
                .flatMap(source -> source.list(filter, after, limit).stream())
                .sorted(LetterCursor.ORDER)
                .limit(limit)
                .toList();
    }

    @Override
    public LetterContent look(String id) {
        DeadLetter letter = letter(id);
        Optional<LetterBody> body = source(id).body(id);
        return new LetterContent(
                letter,
                body.map(LetterBody::contentType).orElse(null),
                body.filter(LetterBody::isWhole)
                        .flatMap(whole -> mask.of(whole.bytes()))
                        .orElse(null));
    }

    @Override
    public LetterContent unmask(Actor by, String id, String reason) {
        String why = ReasonCheck.checked(reason);
        DeadLetter letter = letter(id);
        transaction.executeWithoutResult(status -> acts.record(
                new Act(by, "replay.letter_unmasked", letter.partner(), "letter/" + id, Map.of("reason", why))));
        LetterBody body = source(id)
                .body(id)
                .orElseThrow(() -> BusException.of(ErrorCode.CONTENT_DELETED, "id", "a letter with a body"));
        return new LetterContent(letter, body.contentType(), new String(body.bytes(), StandardCharsets.UTF_8));
    }

    private DeadLetter letter(String id) {
        return sources.find(id)
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "id", "a letter of the list"));
    }

    private ReplaySource source(String id) {
        return sources.of(id)
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "id", "a letter of the list"));
    }
}
