package vn.dancu.bus.hub.share;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.hub.ShareTable;
import vn.dancu.bus.hub.ShareTable.Permits;
import vn.dancu.bus.hub.ShareTable.Share;
import vn.dancu.bus.hub.ShareUse;
import vn.dancu.bus.hub.Shares;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partners;

/** The split is read and changed. */
final class ShareEditor implements Shares {

    private final JdbcShares store;
    private final ShareCache cache;
    private final ShareGate gate;
    private final Partners partners;
    private final Acts acts;
    private final TransactionOperations transactions;
    private final Clock clock;

    ShareEditor(
            JdbcShares store,
            ShareCache cache,
            ShareGate gate,
            Partners partners,
            Acts acts,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.cache = cache;
        this.gate = gate;
        this.partners = partners;
        this.acts = acts;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<ShareTable> current() {
        return store.history(Long.MAX_VALUE, 1).stream().findFirst();
    }

    @Override
    public Optional<ShareTable> at(Instant moment) {
        return store.at(moment);
    }

    @Override
    public Optional<ShareTable> find(long number) {
        return store.find(number);
    }

    @Override
    public List<ShareTable> history(long below, int limit) {
        return store.history(below, limit);
    }

    @Override
    public ShareTable change(Actor by, long base, String reason, Permits whole, List<Share> shares) {
        List<Share> ordered = shares.stream()
                .sorted(Comparator.comparing(share -> share.partner().value()))
                .toList();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ShareTable next = new ShareTable(base + 1, now, by.name(), ActReason.checked("reason", reason), whole, ordered);
        check(next);
        try {
            transactions.executeWithoutResult(status -> store(by, base, next));
        } catch (DuplicateKeyException e) {
            throw outdated();
        }
        cache.refreshOrKeep();
        return next;
    }

    @Override
    public List<ShareUse> use() {
        return current().map(gate::used).orElse(List.of());
    }

    private void store(Actor by, long base, ShareTable next) {
        Optional<ShareTable> before = current();
        if (before.map(ShareTable::number).orElse(0L) != base) {
            throw outdated();
        }
        before.ifPresent(table -> {
            if (table.whole().equals(next.whole()) && table.shares().equals(next.shares())) {
                throw BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "shares", "something that changes");
            }
        });
        store.insert(next);
        Map<String, String> detail = Map.of(
                "reason", next.reason(),
                "perMinute", Long.toString(next.whole().perMinute()),
                "perDay", Long.toString(next.whole().perDay()),
                "shares", Integer.toString(next.shares().size()));
        acts.record(new Act(by, "hub.shares_changed", null, "shares/" + next.number(), detail));
    }

    private void check(ShareTable table) {
        if (table.shares().size() > MAX_SHARES) {
            throw BusException.of(ErrorCode.LIMIT_REACHED, "shares", "at most " + MAX_SHARES);
        }
        Set<PartnerId> named = new HashSet<>();
        for (Share share : table.shares()) {
            if (!named.add(share.partner()) || partners.find(share.partner()).isEmpty()) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "partner", "ids of partners, each once");
            }
            if (!share.permits().isValid()) {
                throw outOfBounds();
            }
        }
        if (!table.whole().isValid()) {
            throw outOfBounds();
        }
        if (!table.rest().isValid()) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "shares", "together no more than the whole");
        }
    }

    private static BusException outOfBounds() {
        return BusException.of(ErrorCode.FIELD_INVALID, "perMinute", "numbers from 0 to 1000000000, perDay too");
    }

    private static BusException outdated() {
        return BusException.of(ErrorCode.VERSION_OUTDATED, "base", "the version in force");
    }
}
