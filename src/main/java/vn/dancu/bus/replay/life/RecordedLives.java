package vn.dancu.bus.replay.life;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.inspection.MessageEvent;
import vn.dancu.bus.audit.inspection.MessageEvents;
import vn.dancu.bus.delivery.Deliveries;
import vn.dancu.bus.delivery.Delivery;
import vn.dancu.bus.document.DocumentEntry;
import vn.dancu.bus.document.Documents;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.replay.DeadLetter;
import vn.dancu.bus.replay.DeadLetterFilter;
import vn.dancu.bus.replay.DeadLetters;
import vn.dancu.bus.replay.MessageLife;
import vn.dancu.bus.replay.MessageLife.Step;
import vn.dancu.bus.replay.MessageLives;
import vn.dancu.bus.replay.ReplayItem;
import vn.dancu.bus.replay.run.ReplayedMessages;

/** Asks every room by the id, and by the ids that the first answers name. */
final class RecordedLives implements MessageLives {

    private static final int MOST = 500;
    private static final int LONGEST_ID = 256;
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern PERSONAL_NUMBER = Pattern.compile("[0-9]{9}|[0-9]{12}");

    private final MessageEvents events;
    private final Deliveries deliveries;
    private final Documents documents;
    private final DeadLetters letters;
    private final ReplayedMessages replayed;
    private final Acts acts;
    private final TransactionTemplate transaction;

    RecordedLives(
            MessageEvents events,
            Deliveries deliveries,
            Documents documents,
            DeadLetters letters,
            ReplayedMessages replayed,
            Acts acts,
            TransactionTemplate transaction) {
        this.events = events;
        this.deliveries = deliveries;
        this.documents = documents;
        this.letters = letters;
        this.replayed = replayed;
        this.acts = acts;
        this.transaction = transaction;
    }

    @Override
    public List<MessageLife> find(Actor by, String messageId) {
        String id = messageId.strip();
        if (id.isEmpty()
                || id.length() > LONGEST_ID
                || id.chars().anyMatch(Character::isISOControl)
                || PERSONAL_NUMBER.matcher(id).matches()) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID, "messageId", "1 to " + LONGEST_ID + " characters, no personal number");
        }
        transaction.executeWithoutResult(
                status -> acts.record(new Act(by, "audit.searched", null, null, Map.of("messageId", id))));
        return life(id);
    }

    private List<MessageLife> life(String id) {
        Optional<UUID> uuid = UUID_FORM.matcher(id).matches() ? Optional.of(UUID.fromString(id)) : Optional.empty();
        Set<MessageEvent> found = new LinkedHashSet<>(events.ofMessage(id, MOST));
        uuid.flatMap(events::find).ifPresent(event -> {
            found.add(event);
            if (event.messageId() != null) {
                found.addAll(events.ofMessage(event.messageId(), MOST));
            }
        });
        Set<DocumentEntry> asked = new LinkedHashSet<>(documents.ofMessage(id));
        uuid.flatMap(documents::find).ifPresent(asked::add);
        Set<Delivery> sent = new LinkedHashSet<>();
        uuid.flatMap(deliveries::find).ifPresent(sent::add);
        asked.forEach(document -> sent.addAll(deliveries.ofWork(document.id().toString(), MOST)));
        Set<String> ids = new LinkedHashSet<>(List.of(id));
        found.stream().map(MessageEvent::messageId).filter(each -> each != null).forEach(ids::add);
        asked.stream()
                .map(DocumentEntry::documentId)
                .filter(each -> each != null)
                .forEach(ids::add);
        List<MessageLife> steps = new ArrayList<>();
        found.forEach(event -> steps.addAll(steps(event)));
        asked.forEach(document -> steps.add(step(document)));
        sent.forEach(delivery -> steps.add(step(delivery)));
        ids.forEach(each -> {
            letters.search(DeadLetterFilter.ofMessage(each), null, MOST).forEach(letter -> steps.add(step(letter)));
            replayed.ofMessage(each, MOST).forEach(item -> steps.add(step(item)));
        });
        return steps.stream()
                .distinct()
                .sorted(Comparator.comparing(MessageLife::at).thenComparing(MessageLife::step))
                .toList();
    }

    private static List<MessageLife> steps(MessageEvent event) {
        String subject = "event/" + event.id();
        Map<String, String> way = new LinkedHashMap<>();
        put(way, "messageId", event.messageId());
        put(way, "door", event.door());
        put(way, "service", event.service());
        put(way, "officer", event.officer());
        put(way, "replay", event.replay());
        Map<String, String> end = new LinkedHashMap<>(way);
        put(end, "released", String.join(" ", event.released().stream().sorted().toList()));
        return List.of(
                new MessageLife(event.receivedAt(), Step.RECEIVED, subject, event.partner(), event.door(), way),
                new MessageLife(
                        event.occurredAt(),
                        event.kind() == RecordKind.ANSWER ? Step.ANSWERED : Step.REFUSED,
                        subject,
                        event.partner(),
                        event.result(),
                        end));
    }

    private static MessageLife step(DocumentEntry document) {
        Map<String, String> detail = new LinkedHashMap<>();
        put(detail, "account", document.account());
        put(detail, "sender", document.sender());
        put(detail, "documentId", document.documentId());
        return new MessageLife(
                document.receivedAt(),
                Step.DOCUMENT,
                "document/" + document.id(),
                document.partner() == null ? null : document.partner().value(),
                document.state().code(),
                detail);
    }

    private static MessageLife step(Delivery delivery) {
        Map<String, String> detail = new LinkedHashMap<>();
        put(detail, "channel", delivery.channel());
        put(detail, "destination", delivery.destination());
        put(detail, "attempts", Integer.toString(delivery.attempts()));
        put(detail, "lastError", delivery.lastError());
        return new MessageLife(
                delivery.createdAt(),
                Step.DELIVERY,
                "delivery/" + delivery.id(),
                delivery.partner() == null ? null : delivery.partner().value(),
                delivery.state().name().name(),
                detail);
    }

    private static MessageLife step(DeadLetter letter) {
        return new MessageLife(
                letter.diedAt(),
                Step.DEAD,
                "letter/" + letter.id(),
                letter.partner() == null ? null : letter.partner().value(),
                letter.cause(),
                Map.of("place", letter.place()));
    }

    private static MessageLife step(ReplayItem item) {
        Map<String, String> detail = new LinkedHashMap<>();
        put(detail, "letter", item.letter());
        put(detail, "code", item.code());
        return new MessageLife(
                item.changedAt(),
                Step.REPLAYED,
                "replay/" + item.replay(),
                item.partner() == null ? null : item.partner().value(),
                item.state().name(),
                detail);
    }

    private static void put(Map<String, String> detail, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            detail.put(name, value);
        }
    }
}
