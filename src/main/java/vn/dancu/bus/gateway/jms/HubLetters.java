package vn.dancu.bus.gateway.jms;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.replay.DeadLetter;
import vn.dancu.bus.replay.DeadLetterFilter;
import vn.dancu.bus.replay.LetterBody;
import vn.dancu.bus.replay.LetterCursor;
import vn.dancu.bus.replay.LetterKind;
import vn.dancu.bus.replay.ReplayItem;
import vn.dancu.bus.replay.ReplayOutcome;
import vn.dancu.bus.replay.ReplaySource;
import vn.dancu.bus.replay.door.AnsweredQuestions;

/**
 * The dead-letter queues of hubs. A question that is replayed goes back to the queue {@code .in}, in the transaction that takes
 * it from {@code .dlq}: its lane asks it as any other, and reports what became of it.
 */
final class HubLetters implements ReplaySource {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final HubLetterQueues queues;
    private final Partners partners;
    private final AnsweredQuestions answered;
    private final int scan;
    private final long maxMessage;
    private final Clock clock;

    /**
     * @param scan how many letters of a queue are read for a list
     * @param maxMessage what a lane takes, in bytes
     */
    HubLetters(
            HubLetterQueues queues,
            Partners partners,
            AnsweredQuestions answered,
            int scan,
            long maxMessage,
            Clock clock) {
        this.answered = answered;
        this.queues = queues;
        this.partners = partners;
        this.scan = scan;
        this.maxMessage = maxMessage;
        this.clock = clock;
    }

    @Override
    public String name() {
        return HubLetter.SOURCE;
    }

    @Override
    public List<DeadLetter> list(DeadLetterFilter filter, @Nullable LetterCursor after, int limit) {
        if (filter.kind() == LetterKind.DELIVERY || filter.kind() == LetterKind.DOCUMENT) {
            return List.of();
        }
        List<PartnerId> hubs = filter.partner() != null
                ? List.of(filter.partner())
                : partners.all().stream().map(Partner::id).toList();
        return hubs.stream()
                .flatMap(hub ->
                        queues
                                .browse(hub, "dlq", null, scan, message -> new HubLetter(message, hub).described())
                                .stream())
                .filter(letter -> filter.matches(letter) && LetterCursor.isAfter(letter, after))
                .sorted(LetterCursor.ORDER)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        return read(id, HubLetter::described);
    }

    @Override
    public Optional<LetterBody> body(String id) {
        return read(id, letter -> letter.body(maxMessage).orElse(null));
    }

    private interface LetterReader<T> {
        @Nullable
        T read(HubLetter letter) throws JMSException;
    }

    private <T> Optional<T> read(String id, LetterReader<T> reader) {
        return HubLetter.partnerOf(id)
                .flatMap(hub -> queues
                        .browse(
                                hub,
                                "dlq",
                                HubLetter.selector(id),
                                1,
                                message -> reader.read(new HubLetter(message, hub)))
                        .stream()
                        .findFirst());
    }

    @Override
    public Optional<Refusal> objection(DeadLetter letter) {
        if (letter.kind() == LetterKind.NOTICE || letter.partner() == null) {
            return Optional.empty();
        }
        if (letter.kind() == LetterKind.ANSWER && question(letter).isEmpty()) {
            return Optional.of(Refusal.of(ErrorCode.QUESTION_NOT_KEPT));
        }
        if (letter.length() > 2 * maxMessage) {
            return Optional.of(Refusal.of(ErrorCode.MESSAGE_TOO_LARGE));
        }
        Optional<ErrorCode> standing = partners.find(letter.partner()).isEmpty()
                ? Optional.of(ErrorCode.PARTNER_UNKNOWN)
                : partners.objectionTo(letter.partner());
        return standing.map(Refusal::of);
    }

    /** An answer holds values of its time: its question is asked again instead. */
    private Optional<byte[]> question(DeadLetter answer) {
        return HubLetter.partnerOf(answer.id())
                .flatMap(hub -> read(answer.id(), HubLetter::event).flatMap(event -> answered.find(hub, event)));
    }

    @Override
    public Map<UUID, ReplayOutcome> release(UUID replay, List<ReplayItem> items) {
        Map<UUID, ReplayOutcome> outcomes = new HashMap<>();
        items.stream()
                .filter(item -> HubLetter.partnerOf(item.letter()).isPresent())
                .collect(Collectors.groupingBy(
                        item -> HubLetter.partnerOf(item.letter()).orElseThrow()))
                .forEach((hub, some) -> outcomes.putAll(release(hub, some)));
        return outcomes;
    }

    private Map<UUID, ReplayOutcome> release(PartnerId hub, List<ReplayItem> items) {
        Map<String, ReplayItem> wanted = new HashMap<>();
        Map<UUID, ReplayOutcome> outcomes = new HashMap<>();
        Map<String, DeadLetter> there = queues
                .browse(hub, "dlq", selector(items), items.size(), message -> new HubLetter(message, hub).described())
                .stream()
                .collect(Collectors.toMap(DeadLetter::id, Function.identity(), (one, other) -> one));
        for (ReplayItem item : items) {
            Optional<Refusal> objection =
                    Optional.ofNullable(there.get(item.letter())).flatMap(this::objection);
            if (objection.isPresent()) {
                outcomes.put(
                        item.id(), ReplayOutcome.kept(objection.get().code().code()));
            } else {
                wanted.put(item.letter(), item);
                // After a crash in between it has been moved already, and its lane reports the end.
                outcomes.put(item.id(), item.attempts() > 1 ? ReplayOutcome.sent() : ReplayOutcome.gone());
            }
        }
        if (!wanted.isEmpty()) {
            outcomes.putAll(queues.transacted(session -> move(session, hub, wanted)));
        }
        return outcomes;
    }

    private static String selector(Collection<ReplayItem> items) {
        return items.stream().map(ReplayItem::letter).map(HubLetter::selector).collect(Collectors.joining(" or "));
    }

    private Map<UUID, ReplayOutcome> move(Session session, PartnerId hub, Map<String, ReplayItem> wanted)
            throws JMSException {
        Map<UUID, ReplayOutcome> moved = new HashMap<>();
        for (Message message : HubLetterQueues.take(session, hub, "dlq", selector(wanted.values()), wanted.size())) {
            HubLetter letter = new HubLetter(message, hub);
            ReplayItem item = wanted.get(letter.id());
            if (item == null) {
                throw new IllegalStateException("A letter came that was not selected");
            }
            boolean isNotice = letter.home().equals("notice");
            Message again = letter.isAnswer() ? question(session, hub, letter, item.id()) : letter.again(item.id());
            HubLetterQueues.send(session, hub, letter.home(), again);
            moved.put(
                    item.id(),
                    isNotice ? new ReplayOutcome(ReplayItem.State.DELIVERED, null, null) : ReplayOutcome.sent());
        }
        return moved;
    }

    private Message question(Session session, PartnerId hub, HubLetter answer, UUID item) throws JMSException {
        UUID event = answer.event();
        byte[] kept = (event == null ? Optional.<byte[]>empty() : answered.find(hub, event))
                .orElseThrow(() -> BusException.of(ErrorCode.QUESTION_NOT_KEPT));
        Message again = HubQuestion.read(kept).again(session);
        again.setStringProperty(HubLetter.MARK, item.toString());
        return again;
    }

    /** Its lane reports the end by itself; here is only looked whether it waits for its lane still. */
    @Override
    public Optional<ReplayOutcome> follow(ReplayItem item) {
        return HubLetter.partnerOf(item.letter()).flatMap(hub -> follow(item, hub));
    }

    /** The same for an item that was put to the lane of that hub in another way. */
    Optional<ReplayOutcome> follow(ReplayItem item, PartnerId hub) {
        if (item.changedAt().plus(PATIENCE).isAfter(clock.instant())) {
            return Optional.empty();
        }
        String selector = HubLetter.MARK + " = '" + item.id() + "'";
        boolean waits = !queues.browse(hub, "in", selector, 1, message -> true).isEmpty();
        return waits ? Optional.empty() : Optional.of(ReplayOutcome.gone());
    }
}
