package vn.dancu.bus.citizen.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a log.
 *
 * @param entries newest first
 * @param next where the page that follows begins; null on the last one
 * @param keptSince uses before that moment are in archives and not in the log any more; null while all are here
 */
public record AccessPage(List<AccessEntry> entries, @Nullable String next, @Nullable Instant keptSince) {

    public AccessPage {
        entries = List.copyOf(entries);
    }
}
