package vn.dancu.bus.expiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All that can end, what ends first at the top. */
public final class Expiries {

    private final List<ExpirySource> sources;
    private final Clock clock;

    Expiries(List<ExpirySource> sources, Clock clock) {
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    /** By the end, what has none last. */
    public List<ExpiringItem> list() {
        return sources.stream()
                .flatMap(source -> source.items().stream())
                .sorted(Comparator.comparing(
                                ExpiringItem::validUntil, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
                        .thenComparing(ExpiringItem::id))
                .toList();
    }

    public Instant now() {
        return clock.instant();
    }

    /**
     * How long until the first of a kind ends, negative since when it is over. Of partners what is over does not count: they may
     * have a newer one beside it, and their doors say so to them.
     */
    Optional<Duration> nearest(ExpiringItem.Kind kind, List<ExpiringItem> items) {
        Instant now = clock.instant();
        return items.stream()
                .filter(item -> item.kind() == kind && item.validUntil() != null)
                .map(item -> Duration.between(now, item.validUntil()))
                .filter(left ->
                        !kind.name().startsWith("PARTNER") && kind != ExpiringItem.Kind.AGREEMENT || !left.isNegative())
                .findFirst();
    }
}
