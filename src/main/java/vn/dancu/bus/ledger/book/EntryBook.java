package vn.dancu.bus.ledger.book;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.ledger.DoorLedger;
import vn.dancu.bus.ledger.LedgerEntry;

/**
 * Counts what this instance takes and lets go. Takes, ends and what is in work are counted apart from each other, so that the
 * balance can fail; one lock keeps them of one moment.
 */
final class EntryBook implements DoorLedger {

    private static final String NOBODY = "-";

    private final Clock clock;
    private final Map<Key, Column> columns = new HashMap<>();
    private final Set<Open> inWork = new LinkedHashSet<>();

    EntryBook(Clock clock) {
        this.clock = clock;
    }

    /** A line of the balance. */
    record Key(Instant hour, String door, String partner) {}

    /** A line as it stands; of this instance since its start. */
    record Line(Key key, long taken, Map<LedgerEntry.End, Long> ends, long inWork, long missing) {}

    private static final class Column {
        private long taken;
        private long missing;
        private final Map<LedgerEntry.End, Long> ends = new EnumMap<>(LedgerEntry.End.class);
    }

    private final class Open implements LedgerEntry {
        private final Instant at;
        private final String door;

        Open(Instant at, String door) {
            this.at = at;
            this.door = door;
        }

        @Override
        public Instant takenAt() {
            return at;
        }

        @Override
        public void end(End end, @Nullable PartnerId partner) {
            close(this, end, partner == null ? NOBODY : partner.value());
        }

        @Override
        public void withdraw() {
            synchronized (EntryBook.this) {
                if (inWork.remove(this)) {
                    column(key(NOBODY)).taken--;
                }
            }
        }

        private Key key(String partner) {
            return new Key(at.truncatedTo(ChronoUnit.HOURS), door, partner);
        }
    }

    @Override
    public LedgerEntry took(String door) {
        Open entry = new Open(clock.instant(), door);
        synchronized (this) {
            column(entry.key(NOBODY)).taken++;
            inWork.add(entry);
        }
        return entry;
    }

    /** Only now is known whose message it was; until then it was nobody's. */
    private synchronized void close(Open entry, LedgerEntry.End end, String partner) {
        if (inWork.remove(entry)) {
            column(entry.key(NOBODY)).taken--;
            Column column = column(entry.key(partner));
            column.taken++;
            column.ends.merge(end, 1L, Long::sum);
        }
    }

    /** Gives up entries that are that old; the doors hold no message for so long. */
    synchronized int giveUp(Duration age) {
        Instant before = clock.instant().minus(age);
        List<Open> lost =
                inWork.stream().filter(entry -> entry.at.isBefore(before)).toList();
        lost.forEach(entry -> {
            inWork.remove(entry);
            column(entry.key(NOBODY)).missing++;
        });
        return lost.size();
    }

    /** Every line of the last hours. Lines that are older and complete are forgotten. */
    synchronized List<Line> lines(Duration age) {
        Map<Key, Long> open = new HashMap<>();
        inWork.forEach(entry -> open.merge(entry.key(NOBODY), 1L, Long::sum));
        List<Line> lines = new ArrayList<>();
        columns.forEach((key, column) -> lines.add(
                new Line(key, column.taken, Map.copyOf(column.ends), open.getOrDefault(key, 0L), column.missing)));
        Instant before = clock.instant().minus(age);
        columns.keySet().removeIf(key -> key.hour().isBefore(before) && !open.containsKey(key));
        return lines;
    }

    private Column column(Key key) {
        return columns.computeIfAbsent(key, none -> new Column());
    }
}
