package vn.dancu.bus.replay.letter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.KeptQuestions;
import vn.dancu.bus.audit.inspection.MessageEvent;
import vn.dancu.bus.audit.inspection.MessageEvents;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.replay.DeadLetter;
import vn.dancu.bus.replay.DeadLetterFilter;
import vn.dancu.bus.replay.LetterBody;
import vn.dancu.bus.replay.LetterCursor;
import vn.dancu.bus.replay.LetterKind;
import vn.dancu.bus.replay.ReplayItem;
import vn.dancu.bus.replay.ReplayOutcome;
import vn.dancu.bus.replay.ReplayScope;
import vn.dancu.bus.replay.ReplaySource;
import vn.dancu.bus.replay.door.ReturnLane;

/**
 * Messages that came to an end: no dead letters, but an interval may name them. One whose question is kept goes back to its lane.
 * The trail alone keeps whom a question was about, and not the name and the birth date that the asker gave, so that none can be
 * made from it; and at a door that answers at once there is no way back to the asker.
 */
public final class EventLetters implements ReplaySource {

    private static final LetterIds IDS = new LetterIds("event");
    private static final String DOCUMENT = "document";

    private final MessageEvents events;
    private final KeptQuestions questions;
    private final Partners partners;
    private final Map<String, ReturnLane> lanes;

    EventLetters(MessageEvents events, KeptQuestions questions, Partners partners, List<ReturnLane> lanes) {
        this.events = events;
        this.questions = questions;
        this.partners = partners;
        this.lanes = lanes.stream().collect(Collectors.toUnmodifiableMap(ReturnLane::door, Function.identity()));
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

    /** Each message of the interval once, the oldest first: of records of the same message the first one with its question. */
    public List<DeadLetter> of(ReplayScope.Interval interval, int limit) {
        List<MessageEvent> found =
                events.ofPartner(interval.partner(), interval.from(), interval.until(), null, interval.result(), limit);
        Map<UUID, KeptQuestions.Kept> kept =
                questions.find(found.stream().map(MessageEvent::id).toList());
        Set<String> seen = new HashSet<>();
        List<DeadLetter> letters = new ArrayList<>();
        for (MessageEvent event : found) {
            KeptQuestions.Kept question = kept.get(event.id());
            if (question == null || seen.add(question.messageId())) {
                letters.add(letter(event));
            }
        }
        return letters;
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
        if (!lanes.containsKey(letter.place())) {
            boolean waits = letter.place().equals(DOCUMENT);
            return Optional.of(Refusal.of(waits ? ErrorCode.QUESTION_NOT_KEPT : ErrorCode.REPLY_PATH_MISSING));
        }
        List<UUID> event = IDS.parse(letter.id()).stream().toList();
        if (letter.partner() == null || questions.find(event).isEmpty()) {
            return Optional.of(Refusal.of(ErrorCode.QUESTION_NOT_KEPT));
        }
        return standing(letter.partner());
    }

    private Optional<Refusal> standing(PartnerId partner) {
        return partners.find(partner).isEmpty()
                ? Optional.of(Refusal.of(ErrorCode.PARTNER_UNKNOWN))
                : partners.objectionTo(partner).map(Refusal::of);
    }

    @Override
    public Map<UUID, ReplayOutcome> release(UUID replay, List<ReplayItem> items) {
        Map<UUID, ReplayOutcome> outcomes = new HashMap<>();
        Map<Way, List<ReturnLane.Asked>> ready = new HashMap<>();
        for (ReplayItem item : items) {
            Optional<DeadLetter> letter = find(item.letter());
            Optional<Refusal> objection =
                    letter.isEmpty() ? Optional.of(Refusal.of(ErrorCode.QUESTION_NOT_KEPT)) : objection(letter.get());
            Optional<byte[]> question = objection.isPresent() ? Optional.empty() : question(letter.get(), item);
            if (letter.isEmpty() || question.isEmpty()) {
                outcomes.put(
                        item.id(),
                        ReplayOutcome.kept(objection
                                .map(Refusal::code)
                                .orElse(ErrorCode.QUESTION_NOT_KEPT)
                                .code()));
            } else {
                PartnerId partner = Objects.requireNonNull(letter.get().partner());
                ready.computeIfAbsent(new Way(letter.get().place(), partner), none -> new ArrayList<>())
                        .add(new ReturnLane.Asked(item, question.get()));
            }
        }
        ready.forEach((way, asked) ->
                outcomes.putAll(Objects.requireNonNull(lanes.get(way.door())).ask(way.partner(), asked)));
        return outcomes;
    }

    private Optional<byte[]> question(DeadLetter letter, ReplayItem item) {
        PartnerId partner = Objects.requireNonNull(letter.partner());
        return IDS.parse(item.letter()).flatMap(event -> questions.open(partner, event));
    }

    /** Where questions go back to. */
    private record Way(String door, PartnerId partner) {}

    /** A question that was put goes back to the one lane of its door, which reports its end by itself. */
    @Override
    public Optional<ReplayOutcome> follow(ReplayItem item) {
        return find(item.letter())
                .flatMap(letter -> Optional.ofNullable(lanes.get(letter.place())))
                .flatMap(lane -> lane.follow(item));
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
