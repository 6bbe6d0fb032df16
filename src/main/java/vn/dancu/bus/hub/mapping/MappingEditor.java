package vn.dancu.bus.hub.mapping;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.hub.MappingChange;
import vn.dancu.bus.hub.MappingEntry;
import vn.dancu.bus.hub.MappingFlaw;
import vn.dancu.bus.hub.MappingVersion;
import vn.dancu.bus.hub.Mappings;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partners;

/** Mappings are read and changed. Acts name how many lines changed, never a code: an officer's may be a personal number. */
final class MappingEditor implements Mappings {

    private final JdbcMappings store;
    private final MappingCache cache;
    private final Partners partners;
    private final Acts acts;
    private final TransactionOperations transactions;
    private final Clock clock;

    MappingEditor(
            JdbcMappings store,
            MappingCache cache,
            Partners partners,
            Acts acts,
            TransactionOperations transactions,
            Clock clock) {
        this.store = store;
        this.cache = cache;
        this.partners = partners;
        this.acts = acts;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<MappingVersion> all() {
        return store.all();
    }

    @Override
    public Optional<MappingVersion> current(PartnerId partner) {
        return store.history(partner, Long.MAX_VALUE, 1).stream().findFirst();
    }

    @Override
    public Optional<MappingVersion> at(PartnerId partner, Instant moment) {
        return store.at(partner, moment);
    }

    @Override
    public Optional<MappingVersion> find(PartnerId partner, long number) {
        return store.find(partner, number);
    }

    @Override
    public List<MappingVersion> history(PartnerId partner, long below, int limit) {
        return store.history(partner, below, limit);
    }

    @Override
    public List<MappingEntry> entries(PartnerId partner, long number, int from, int limit) {
        return store.entries(partner, number, from, limit);
    }

    @Override
    public MappingVersion change(Actor by, PartnerId partner, MappingChange change) {
        return rewrite(by, partner, change.base(), change.reason(), lines -> apply(change, lines));
    }

    @Override
    public List<MappingFlaw> check(String file) {
        return MappingFile.read(file).flaws();
    }

    @Override
    public MappingVersion replace(Actor by, PartnerId partner, long base, String reason, String file) {
        MappingFile read = MappingFile.read(file);
        read.flaws().stream().findFirst().ifPresent(first -> {
            throw BusException.of(ErrorCode.FILE_REFUSED, first.field(), "line " + first.line() + ": " + first.rule());
        });
        return rewrite(by, partner, base, reason, lines -> {
            lines.clear();
            read.entries().forEach(entry -> lines.put(entry.key(), entry.national()));
        });
    }

    @Override
    public String file(Actor by, PartnerId partner) {
        MappingVersion version = current(partner)
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "partner", "one with a mapping"));
        Act act = new Act(by, "hub.mapping_taken", partner, "mapping/" + version.number(), Map.of());
        transactions.executeWithoutResult(status -> acts.record(act));
        return MappingFile.write(store.entries(partner, version.number(), 0, Integer.MAX_VALUE));
    }

    private MappingVersion rewrite(
            Actor by, PartnerId partner, long base, String reason, Consumer<Map<MappingEntry.Key, String>> edit) {
        String why = ActReason.checked("reason", reason);
        if (partners.find(partner).isEmpty()) {
            throw BusException.of(ErrorCode.RESOURCE_UNKNOWN, "partner", "the id of a partner");
        }
        try {
            MappingVersion made =
                    Objects.requireNonNull(transactions.execute(status -> rewritten(by, partner, base, why, edit)));
            cache.refreshOrKeep();
            return made;
        } catch (DuplicateKeyException e) {
            throw outdated();
        }
    }

    private MappingVersion rewritten(
            Actor by, PartnerId partner, long base, String why, Consumer<Map<MappingEntry.Key, String>> edit) {
        if (current(partner).map(MappingVersion::number).orElse(0L) != base) {
            throw outdated();
        }
        Map<MappingEntry.Key, String> before = new HashMap<>();
        store.entries(partner, base, 0, Integer.MAX_VALUE).forEach(it -> before.put(it.key(), it.national()));
        Map<MappingEntry.Key, String> after = new HashMap<>(before);
        edit.accept(after);
        if (after.equals(before)) {
            throw BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "set", "something that changes");
        }
        if (after.size() > MAX_ENTRIES) {
            throw BusException.of(ErrorCode.LIMIT_REACHED, "set", "at most " + MAX_ENTRIES + " lines of a partner");
        }
        MappingVersion version = new MappingVersion(
                partner, base + 1, clock.instant().truncatedTo(ChronoUnit.MICROS), by.name(), why, after.size());
        store.insert(version);
        LineDifference difference = LineDifference.of(before, after);
        store.write(version, difference.ended(), difference.begun());
        acts.record(new Act(by, "hub.mapping_changed", partner, "mapping/" + version.number(), difference.detail(why)));
        return version;
    }

    private static void apply(MappingChange change, Map<MappingEntry.Key, String> lines) {
        Set<MappingEntry.Key> named = new HashSet<>();
        List<MappingEntry.Key> keys = new ArrayList<>(change.removed());
        change.set().forEach(entry -> keys.add(entry.key()));
        if (!keys.stream().allMatch(named::add)) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "set", "each code of a field once, in set or in remove");
        }
        change.removed().forEach(key -> {
            if (lines.remove(key) == null) {
                throw BusException.of(ErrorCode.FIELD_INVALID, "remove", "codes that are mapped");
            }
        });
        change.set().forEach(entry -> lines.put(entry.key(), checked(entry).national()));
    }

    private static MappingEntry checked(MappingEntry entry) {
        if (!entry.field().admitsLocal(entry.local())) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID, "local", entry.field().rule() + ", or *");
        }
        if (!entry.field().admitsNational(entry.national())) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID, "national", entry.field().rule() + "; neither * nor -");
        }
        return entry;
    }

    private static BusException outdated() {
        return BusException.of(ErrorCode.VERSION_OUTDATED, "base", "the version in force");
    }
}
