package vn.dancu.bus.ledger.book;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.ledger.Balance;
import vn.dancu.bus.ledger.Balances;
import vn.dancu.bus.ledger.KilledInstance;
import vn.dancu.bus.ledger.RoomBook;

/** The doors' counts and the books of rooms as one balance. */
final class WholeBalances implements Balances {

    private static final Comparator<Balance> ORDER =
            Comparator.comparing(Balance::hour).thenComparing(Balance::door).thenComparing(Balance::partner);

    private final JdbcLedgerCounts counts;
    private final List<RoomBook> books;

    WholeBalances(JdbcLedgerCounts counts, List<RoomBook> books) {
        this.counts = counts;
        this.books = books;
    }

    @Override
    public List<Balance> between(Instant from, Instant until, @Nullable String door, @Nullable PartnerId partner) {
        Stream<Balance> ofRooms = books.stream()
                .filter(book -> door == null || door.equals(book.door()))
                .flatMap(book -> book.between(from, until, partner).stream());
        return Stream.concat(counts.between(from, until, door, partner).stream(), ofRooms)
                .sorted(ORDER)
                .toList();
    }

    @Override
    public List<KilledInstance> killed(Instant from, Instant until) {
        return counts.killed(from, until);
    }
}
