package vn.dancu.bus.replay.run;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.replay.DeadLetter;
import vn.dancu.bus.replay.Replay;
import vn.dancu.bus.replay.ReplayItem;
import vn.dancu.bus.replay.ReplayPlan;
import vn.dancu.bus.replay.ReplayScope;
import vn.dancu.bus.replay.ReplaySettings;
import vn.dancu.bus.replay.Replays;
import vn.dancu.bus.replay.letter.LetterSources;

/** Plans a replay, records who wants it and who agrees, and hands it to the runner. */
final class ReplayWorkflow implements Replays {

    private static final int SAMPLE = 100;

    private final ScopeLetters letters;
    private final LetterSources sources;
    private final JdbcReplays replays;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final ReplaySettings settings;
    private final Clock clock;
    private final ScopeText texts = new ScopeText();

    ReplayWorkflow(
            ScopeLetters letters,
            LetterSources sources,
            JdbcReplays replays,
            Acts acts,
            TransactionTemplate transaction,
            ReplaySettings settings,
            Clock clock) {
        this.letters = letters;
        this.sources = sources;
        this.replays = replays;
        this.acts = acts;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public ReplayPlan preview(ReplayScope scope) {
        List<DeadLetter> wanted = letters.of(scope);
        Set<String> pending =
                replays.pending(wanted.stream().map(DeadLetter::id).toList());
        SortedMap<String, Integer> kept = new TreeMap<>();
        List<ReplayPlan.Line> sample = new ArrayList<>();
        for (DeadLetter letter : wanted) {
            String objection = pending.contains(letter.id()) ? ErrorCode.REPLAY_PENDING.code() : objection(letter);
            if (objection != null) {
                kept.merge(objection, 1, Integer::sum);
            }
            if (sample.size() < SAMPLE) {
                sample.add(new ReplayPlan.Line(letter, objection));
            }
        }
        int stays = kept.values().stream().mapToInt(Integer::intValue).sum();
        return new ReplayPlan(wanted.size(), wanted.size() - stays, kept, needsSecondPerson(wanted), sample);
    }

    private @Nullable String objection(DeadLetter letter) {
        return sources.of(letter.id())
                .flatMap(source -> source.objection(letter))
                .map(Refusal::code)
                .map(ErrorCode::code)
                .orElse(null);
    }

    @Override
    public Replay start(Actor by, ReplayScope scope, String reason) {
        String why = ActReason.checked("reason", reason);
        List<DeadLetter> wanted = letters.of(scope);
        if (wanted.isEmpty()) {
            throw BusException.of(ErrorCode.RESOURCE_UNKNOWN, "scope", "at least one message");
        }
        boolean waits = needsSecondPerson(wanted);
        Instant now = now();
        Replay replay = new Replay(
                UUID.randomUUID(),
                texts.of(scope),
                why,
                waits ? Replay.State.PROPOSED : Replay.State.RUNNING,
                wanted.size(),
                by.name(),
                now,
                null,
                null,
                null,
                Map.of());
        transaction.executeWithoutResult(status -> {
            replays.insert(replay);
            replays.insertItems(replay, wanted, waits ? null : now);
            record(by, waits ? "replay.proposed" : "replay.started", ScopeText.partner(scope), replay, why);
        });
        return found(replay.id());
    }

    @Override
    public Replay confirm(Actor by, UUID id) {
        transaction.executeWithoutResult(status -> {
            Replay replay = proposed(id);
            if (replay.proposedBy().equals(by.name())) {
                throw BusException.of(
                        ErrorCode.SECOND_PERSON_REQUIRED, "actor", "another person than the one who proposed it");
            }
            replays.confirm(id, by, now());
            record(by, "replay.confirmed", null, replay, replay.reason());
        });
        return found(id);
    }

    @Override
    public Replay reject(Actor by, UUID id, String reason) {
        String why = ActReason.checked("reason", reason);
        transaction.executeWithoutResult(status -> {
            Replay replay = proposed(id);
            replays.reject(id, by, now());
            record(by, "replay.rejected", null, replay, why);
        });
        return found(id);
    }

    @Override
    public Optional<Replay> find(UUID id) {
        return replays.find(id);
    }

    @Override
    public List<Replay> list(@Nullable UUID after, int limit) {
        return replays.list(after, limit);
    }

    @Override
    public List<ReplayItem> items(UUID id, int after, int limit) {
        return replays.items(found(id).id(), after, limit);
    }

    private Replay proposed(UUID id) {
        Replay replay = replays.lock(id).orElseThrow(ReplayWorkflow::unknown);
        if (replay.state() != Replay.State.PROPOSED) {
            throw BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "state", Replay.State.PROPOSED.name());
        }
        return replay;
    }

    private Replay found(UUID id) {
        return replays.find(id).orElseThrow(ReplayWorkflow::unknown);
    }

    private boolean needsSecondPerson(List<DeadLetter> wanted) {
        return wanted.size() > settings.fourEyesAbove();
    }

    private void record(Actor by, String action, @Nullable PartnerId partner, Replay replay, String reason) {
        Map<String, String> detail = new LinkedHashMap<>();
        detail.put("reason", reason);
        detail.put("scope", replay.scope());
        detail.put("letters", Integer.toString(replay.letters()));
        if (!Objects.equals(replay.proposedBy(), by.name())) {
            detail.put("proposedBy", replay.proposedBy());
        }
        acts.record(new Act(by, action, partner, "replay/" + replay.id(), detail));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static BusException unknown() {
        return BusException.of(ErrorCode.RESOURCE_UNKNOWN, "replay", "the id of a replay");
    }
}
