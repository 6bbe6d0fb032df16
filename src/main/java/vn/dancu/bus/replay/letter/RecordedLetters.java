package vn.dancu.bus.replay.letter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.replay.DeadLetter;
import vn.dancu.bus.replay.DeadLetterFilter;
import vn.dancu.bus.replay.DeadLetters;
import vn.dancu.bus.replay.LetterBody;
import vn.dancu.bus.replay.LetterContent;
import vn.dancu.bus.replay.LetterCursor;
import vn.dancu.bus.replay.ReplaySource;

/** Merges the lists of all places; who looks at a body in clear is recorded before it is shown. */
final class RecordedLetters implements DeadLetters {

    /** A person's number: 9 or 12 digits, with no digit before or after. */
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])(?:[0-9]{9}|[0-9]{12})(?![0-9])");

    private final LetterSources sources;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final SecretBox box;
    private final MaskedBody mask = new MaskedBody();

    RecordedLetters(LetterSources sources, Acts acts, TransactionTemplate transaction, SecretBox box) {
        this.sources = sources;
        this.acts = acts;
        this.transaction = transaction;
        this.box = box;
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
        String why = ActReason.checked("reason", reason);
        DeadLetter letter = letter(id);
        Optional<LetterBody> body = source(id).body(id);
        String text =
                body.map(it -> new String(it.bytes(), StandardCharsets.UTF_8)).orElse("");
        List<byte @Nullable []> persons = persons(text);
        transaction.executeWithoutResult(status -> persons.forEach(person -> acts.record(new Act(
                by, "replay.letter_unmasked", letter.partner(), "letter/" + id, Map.of("reason", why), person))));
        return body.map(it -> new LetterContent(letter, it.contentType(), text))
                .orElseThrow(() -> BusException.of(ErrorCode.CONTENT_DELETED, "id", "a letter with a body"));
    }

    /** Whoever has a number in the text, each once, so that the act stands in the log of each; null where there is nobody. */
    private List<byte @Nullable []> persons(String text) {
        List<byte @Nullable []> persons = new ArrayList<>();
        NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .map(RecordedLetters::number)
                .forEach(number -> persons.add(PersonHash.of(box, number)));
        if (persons.isEmpty()) {
            persons.add(null);
        }
        return persons;
    }

    private static PersonalId number(String digits) {
        return digits.length() == PersonalId.Kind.SO_CMND.length()
                ? PersonalId.soCmnd(digits)
                : PersonalId.soDinhDanh(digits);
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
