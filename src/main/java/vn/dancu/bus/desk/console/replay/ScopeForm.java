package vn.dancu.bus.desk.console.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.desk.console.Moments;
import vn.dancu.bus.desk.replay.ReplayRequest;
import vn.dancu.bus.replay.ReplayScope;

/**
 * What is to be replayed, as a form sends it: single letters, or the conditions of a list.
 *
 * @param letters ids; null or empty when conditions are meant
 * @param from a time in Vietnam; null or empty for none
 * @param until as {@code from}
 * @param answered {@code true} for messages that came to an end before
 */
record ScopeForm(
        @Nullable List<String> letters,
        @Nullable String kind,
        @Nullable String partner,
        @Nullable String cause,
        @Nullable String from,
        @Nullable String until,
        @Nullable String answered) {

    ReplayScope scope() {
        List<String> ids = letters == null || letters.isEmpty() ? null : letters;
        Instant first = Moments.instant("from", from);
        Instant end = Moments.instant("until", until);
        Boolean isInterval = "true".equals(answered) ? Boolean.TRUE : null;
        return new ReplayRequest(ids, given(kind), given(partner), given(cause), null, first, end, isInterval, null)
                .scope();
    }

    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
