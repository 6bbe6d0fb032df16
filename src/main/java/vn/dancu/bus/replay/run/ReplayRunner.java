package vn.dancu.bus.replay.run;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.LogKeys;
import vn.dancu.bus.replay.Replay;
import vn.dancu.bus.replay.ReplayItem;
import vn.dancu.bus.replay.ReplayOutcome;
import vn.dancu.bus.replay.ReplaySettings;
import vn.dancu.bus.replay.ReplaySource;
import vn.dancu.bus.replay.letter.LetterSources;

/** Releases the messages of replays, looks after those whose result is awaited, and ends what is done; on every instance. */
final class ReplayRunner {

    private static final Logger LOGGER = LoggerFactory.getLogger(ReplayRunner.class);
    private static final int BATCH = 100;
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final LetterSources sources;
    private final JdbcReplayItems items;
    private final JdbcReplays replays;
    private final Acts acts;
    private final TransactionTemplate transaction;
    private final ReplaySettings settings;
    private final Clock clock;

    ReplayRunner(
            LetterSources sources,
            JdbcReplayItems items,
            JdbcReplays replays,
            Acts acts,
            TransactionTemplate transaction,
            ReplaySettings settings,
            Clock clock) {
        this.sources = sources;
        this.items = items;
        this.replays = replays;
        this.acts = acts;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** One round; what fails is tried again when its lease has ended. */
    void run() {
        try {
            List<ReplayItem> claimed;
            do {
                claimed = items.claim(BATCH, settings.lease());
                byPlace(claimed).forEach(this::release);
            } while (claimed.size() == BATCH);
            items.awaited(BATCH, LOOK).forEach(this::follow);
            transaction.executeWithoutResult(
                    status -> replays.end(clock.instant()).forEach(this::ended));
        } catch (RuntimeException e) {
            LOGGER.atWarn()
                    .addKeyValue(LogKeys.CAUSE, e.getClass().getName())
                    .log("A round of replays broke off; it goes on");
        }
    }

    private record Place(UUID replay, String source) {}

    private static Map<Place, List<ReplayItem>> byPlace(List<ReplayItem> claimed) {
        return claimed.stream()
                .collect(Collectors.groupingBy(
                        item -> new Place(item.replay(), item.letter().split("\\.", 2)[0]),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private void release(Place place, List<ReplayItem> some) {
        Optional<ReplaySource> source = sources.of(place.source() + ".");
        Map<UUID, ReplayOutcome> outcomes = source.isPresent() ? source.get().release(place.replay(), some) : Map.of();
        for (ReplayItem item : some) {
            ReplayOutcome outcome = outcomes.getOrDefault(item.id(), ReplayOutcome.gone());
            items.released(item.id(), outcome, LOOK);
        }
    }

    private void follow(ReplayItem item) {
        sources.of(item.letter()).flatMap(source -> source.follow(item)).ifPresent(end -> items.note(item.id(), end));
    }

    private void ended(Replay replay) {
        Map<String, String> detail = new TreeMap<>();
        replay.counts().forEach((state, count) -> detail.put(state.name().toLowerCase(Locale.ROOT), count.toString()));
        acts.record(new Act(Actor.BUS, "replay.ended", null, "replay/" + replay.id(), detail));
    }
}
