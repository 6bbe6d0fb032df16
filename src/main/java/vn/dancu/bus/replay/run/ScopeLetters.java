package vn.dancu.bus.replay.run;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.replay.DeadLetter;
import vn.dancu.bus.replay.DeadLetterFilter;
import vn.dancu.bus.replay.DeadLetters;
import vn.dancu.bus.replay.LetterCursor;
import vn.dancu.bus.replay.ReplayScope;
import vn.dancu.bus.replay.letter.EventLetters;
import vn.dancu.bus.replay.letter.LetterSources;

/** Finds the messages that a replay takes up. */
final class ScopeLetters {

    private static final int PAGE = 1000;

    private final DeadLetters letters;
    private final LetterSources sources;
    private final EventLetters events;
    private final int most;

    /** @param most how many one replay may take up */
    ScopeLetters(DeadLetters letters, LetterSources sources, EventLetters events, int most) {
        this.letters = letters;
        this.sources = sources;
        this.events = events;
        this.most = most;
    }

    /** The oldest first, so that they are asked in the order in which they died. */
    List<DeadLetter> of(ReplayScope scope) {
        List<DeadLetter> found = find(scope);
        if (found.size() > most) {
            throw BusException.of(ErrorCode.LIMIT_REACHED, "scope", "at most " + most + " messages");
        }
        return found;
    }

    private List<DeadLetter> find(ReplayScope scope) {
        if (scope instanceof ReplayScope.Letters one) {
            return one.ids().stream().map(this::letter).toList();
        }
        if (scope instanceof ReplayScope.Interval interval) {
            return events.of(interval, most + 1);
        }
        return matching(((ReplayScope.Matching) scope).filter());
    }

    private DeadLetter letter(String id) {
        return sources.find(id)
                .orElseThrow(
                        () -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "letters", "ids of letters of the list"));
    }

    private List<DeadLetter> matching(DeadLetterFilter filter) {
        List<DeadLetter> all = new ArrayList<>();
        @Nullable LetterCursor after = null;
        List<DeadLetter> page;
        do {
            page = letters.search(filter, after, PAGE);
            all.addAll(0, page.stream().sorted(LetterCursor.ORDER.reversed()).toList());
            after = page.isEmpty() ? null : LetterCursor.of(page.get(page.size() - 1));
        } while (page.size() == PAGE && all.size() <= most);
        return all;
    }
}
