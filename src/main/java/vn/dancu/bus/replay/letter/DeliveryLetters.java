package vn.dancu.bus.replay.letter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.delivery.DeadDeliveries;
import vn.dancu.bus.delivery.Deliveries;
import vn.dancu.bus.delivery.Delivery;
import vn.dancu.bus.delivery.DeliveryState;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
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
import vn.dancu.bus.replay.ReplaySource;

/** The dead letters of the outbox. One that is put back keeps its id, by which its receiver drops a double. */
final class DeliveryLetters implements ReplaySource {

    /** Channels of notices: to the queue of a partner, to people by mail, and to an address that a partner named. */
    private static final Set<String> NOTICES = Set.of("notices", "mail", "webhook");

    private static final LetterIds IDS = new LetterIds("delivery");

    private final Deliveries deliveries;
    private final DeadDeliveries dead;
    private final ReleasedRights rights;

    DeliveryLetters(Deliveries deliveries, DeadDeliveries dead, ReleasedRights rights) {
        this.deliveries = deliveries;
        this.dead = dead;
        this.rights = rights;
    }

    @Override
    public String name() {
        return "delivery";
    }

    @Override
    public List<DeadLetter> list(DeadLetterFilter filter, @Nullable LetterCursor after, int limit) {
        if (filter.kind() != null && filter.kind() != LetterKind.NOTICE && filter.kind() != LetterKind.DELIVERY) {
            return List.of();
        }
        if (filter.messageId() != null) {
            return IDS
                    .parse("delivery." + filter.messageId())
                    .flatMap(id -> find(IDS.of(id)))
                    .filter(letter -> filter.matches(letter) && LetterCursor.isAfter(letter, after))
                    .stream()
                    .toList();
        }
        UUID bound = IDS.bound(after);
        return dead
                .list(
                        new DeadDeliveries.Condition(
                                filter.kind() == LetterKind.NOTICE ? NOTICES : null,
                                filter.kind() == LetterKind.DELIVERY ? NOTICES : null,
                                filter.partner(),
                                filter.cause(),
                                filter.from(),
                                filter.until(),
                                after == null || bound == null
                                        ? null
                                        : new DeadDeliveries.Place(after.diedAt(), bound)),
                        limit)
                .stream()
                .map(DeliveryLetters::letter)
                .toList();
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        return delivery(id)
                .filter(found -> found.state() instanceof DeliveryState.Dead)
                .map(DeliveryLetters::letter);
    }

    @Override
    public Optional<LetterBody> body(String id) {
        return delivery(id).flatMap(found -> dead.open(found.id())
                .map(content -> LetterBody.read(found.contentType(), content, found.length())));
    }

    @Override
    public Optional<Refusal> objection(DeadLetter letter) {
        return letter.kind() == LetterKind.NOTICE
                ? Optional.empty()
                : delivery(letter.id()).flatMap(found -> rights.objection(found, letter.partner()));
    }

    @Override
    public Map<UUID, ReplayOutcome> release(UUID replay, List<ReplayItem> items) {
        return ReplayOutcome.ofEach(items, item -> release(replay, item));
    }

    private ReplayOutcome release(UUID replay, ReplayItem item) {
        Optional<Delivery> found = delivery(item.letter());
        if (found.isEmpty() || !(found.get().state() instanceof DeliveryState.Dead)) {
            // After a crash in between it has been put back already.
            return found.isPresent() && item.attempts() > 1 ? ReplayOutcome.sent() : ReplayOutcome.gone();
        }
        Optional<Refusal> objection = objection(letter(found.get()));
        if (objection.isPresent()) {
            return ReplayOutcome.kept(objection.get().code().code());
        }
        try {
            deliveries.putBack(Actor.BUS, found.get().id(), "replay " + replay);
            return ReplayOutcome.sent();
        } catch (BusException e) {
            return e.refusal().code() == ErrorCode.MOVE_NOT_ALLOWED
                    ? ReplayOutcome.gone()
                    : ReplayOutcome.kept(e.refusal().code().code());
        }
    }

    @Override
    public Optional<ReplayOutcome> follow(ReplayItem item) {
        Optional<Delivery> found = delivery(item.letter());
        if (found.isEmpty()) {
            return Optional.of(ReplayOutcome.gone());
        }
        DeliveryState state = found.get().state();
        if (state instanceof DeliveryState.Delivered) {
            return Optional.of(new ReplayOutcome(ReplayItem.State.DELIVERED, null, null));
        }
        if (state instanceof DeliveryState.Dead again) {
            return Optional.of(new ReplayOutcome(ReplayItem.State.DEAD, cause(again.cause()), null));
        }
        boolean ended = state instanceof DeliveryState.Expired || state instanceof DeliveryState.Recalled;
        return ended ? Optional.of(ReplayOutcome.gone()) : Optional.empty();
    }

    private Optional<Delivery> delivery(String letter) {
        return IDS.parse(letter).flatMap(deliveries::find);
    }

    private static DeadLetter letter(Delivery delivery) {
        DeliveryState.Dead state = (DeliveryState.Dead) delivery.state();
        boolean isNotice = NOTICES.contains(delivery.channel());
        // A mail goes to one of several people of the partner.
        String named = delivery.destination().split("\\.", 2)[0];
        PartnerId partner = isNotice && PartnerId.isValid(named) ? new PartnerId(named) : delivery.partner();
        return new DeadLetter(
                IDS.of(delivery.id()),
                isNotice ? LetterKind.NOTICE : LetterKind.DELIVERY,
                delivery.channel() + "/" + delivery.destination(),
                partner,
                delivery.id().toString(),
                state.at(),
                cause(state.cause()),
                null,
                null,
                delivery.length());
    }

    /** As the outbox has it: a code, or the types of a failure. */
    private static String cause(String text) {
        return text.equals("null") ? "unknown" : text;
    }
}
