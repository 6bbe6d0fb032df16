package vn.dancu.bus.replay.letter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.inspection.MessageEvent;
import vn.dancu.bus.audit.inspection.MessageEvents;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.replay.DeadLetter;
import vn.dancu.bus.replay.DeadLetterFilter;
import vn.dancu.bus.replay.LetterBody;
import vn.dancu.bus.replay.LetterCursor;
import vn.dancu.bus.replay.LetterKind;
import vn.dancu.bus.replay.ReplayItem;
import vn.dancu.bus.replay.ReplayOutcome;
import vn.dancu.bus.replay.ReplayScope;
import vn.dancu.bus.replay.ReplaySource;

/**
 * Messages that came to an end: no dead letters, but an interval may name them. The trail keeps of a question whom it was about
 * and not the name and the birth date that the asker gave, so that none can be made from it; and at a door that answers at once
 * there is no way back to the asker.
 */
public final class EventLetters implements ReplaySource {

    private static final LetterIds IDS = new LetterIds("event");
    private static final String QUEUE = "jms";
    private static final String DOCUMENT = "document";

    private final MessageEvents events;

    EventLetters(MessageEvents events) {
        this.events = events;
    }

    @Override
    public String name() {
        return "event";
    }

    /** They are none. */
    @Override
    public List<DeadLetter> list(DeadLetterFilter filter, @Nullable LetterCursor after, int limit) {
        return List.of();
    }

    /** Each message of the interval once, the oldest first. */
    public List<DeadLetter> of(ReplayScope.Interval interval, int limit) {
        return events
                .ofPartner(interval.partner(), interval.from(), interval.until(), null, interval.result(), limit)
                .stream()
                .map(EventLetters::letter)
                .toList();
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        return IDS.parse(id).flatMap(events::find).map(EventLetters::letter);
    }

    @Override
    public Optional<LetterBody> body(String id) {
        return Optional.empty();
    }

    @Override
    public Optional<Refusal> objection(DeadLetter letter) {
        boolean waits = letter.place().equals(QUEUE) || letter.place().equals(DOCUMENT);
        return Optional.of(Refusal.of(waits ? ErrorCode.QUESTION_NOT_KEPT : ErrorCode.REPLY_PATH_MISSING));
    }

    @Override
    public Map<UUID, ReplayOutcome> release(UUID replay, List<ReplayItem> items) {
        return items.stream()
                .map(ReplayItem::id)
                .collect(Collectors.toMap(
                        Function.identity(), id -> ReplayOutcome.kept(ErrorCode.QUESTION_NOT_KEPT.code())));
    }

    @Override
    public Optional<ReplayOutcome> follow(ReplayItem item) {
        return Optional.empty();
    }

    private static DeadLetter letter(MessageEvent event) {
        return new DeadLetter(
                IDS.of(event.id()),
                event.door().equals(DOCUMENT) ? LetterKind.DOCUMENT : LetterKind.QUESTION,
                event.door(),
                event.partner() != null && PartnerId.isValid(event.partner()) ? new PartnerId(event.partner()) : null,
                event.messageId(),
                event.occurredAt(),
                event.result(),
                null,
                null,
                event.bytesIn());
    }
}
