package vn.dancu.bus.codebook.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.codebook.CodebookChange;
import vn.dancu.bus.codebook.CodebookChange.Kind;
import vn.dancu.bus.codebook.CodebookSettings;
import vn.dancu.bus.codebook.CodebookState;
import vn.dancu.bus.codebook.Codebooks;
import vn.dancu.bus.codebook.MissingCode;
import vn.dancu.bus.codebook.PullRecord;
import vn.dancu.bus.codebook.exchange.JdbcCodebookJournal.By;
import vn.dancu.bus.codebook.exchange.JdbcCodebookJournal.Entry;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** What people see of lists, and what they decide. */
final class CodebookEditor implements Codebooks {

    private final CodebookSettings settings;
    private final JdbcCodebooks store;
    private final JdbcCodebookJournal journal;
    private final CodebookCache cache;
    private final Acts acts;
    private final TransactionOperations transactions;
    private final Clock clock;

    CodebookEditor(
            CodebookSettings settings,
            JdbcCodebooks store,
            JdbcCodebookJournal journal,
            CodebookCache cache,
            Acts acts,
            TransactionOperations transactions,
            Clock clock) {
        this.settings = settings;
        this.store = store;
        this.journal = journal;
        this.cache = cache;
        this.acts = acts;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<CodebookState> all() {
        return journal.states(null, today());
    }

    @Override
    public Optional<CodebookState> find(String list) {
        return journal.states(list, today()).stream().findFirst();
    }

    @Override
    public List<CodebookChange> changes(@Nullable String list, long below, int limit) {
        return journal.changes(list, below, limit);
    }

    @Override
    public List<MissingCode> missing(int from, int limit) {
        return journal.open(from, limit);
    }

    @Override
    public List<PullRecord> pulls(long below, int limit) {
        return journal.pulls(below, limit);
    }

    @Override
    public int end(Actor by, String list, List<String> codes, String reason) {
        int ended = decide(by, list, codes, ActReason.checked("reason", reason), true);
        cache.refreshOrKeep();
        return ended;
    }

    @Override
    public int keep(Actor by, String list, List<String> codes, String reason) {
        return decide(by, list, codes, ActReason.checked("reason", reason), false);
    }

    @Override
    public CodebookState accept(Actor by, String list, String hash, String reason) {
        String why = ActReason.checked("reason", reason);
        transactions.executeWithoutResult(status -> {
            JdbcCodebooks.Held held = held(list);
            if (held.heldHash() == null || !held.heldHash().equals(hash)) {
                throw BusException.of(ErrorCode.VERSION_OUTDATED, "hash", "of what is held now");
            }
            store.accept(list, hash);
            store.setTurn(clock.instant());
            act(by, "codebook.change_accepted", list, Map.of("reason", why, "hash", hash));
        });
        return find(list).orElseThrow(CodebookEditor::unknown);
    }

    @Override
    public void pullNow(Actor by) {
        if (!settings.isOn()) {
            throw BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "dancu.codebook.address", "the address of a platform");
        }
        transactions.executeWithoutResult(status -> {
            store.setTurn(clock.instant());
            acts.record(new Act(by, "codebook.pull_asked", null, null, Map.of()));
        });
    }

    private int decide(Actor by, String list, List<String> codes, String why, boolean ends) {
        Set<String> named = Set.copyOf(codes);
        if (named.isEmpty() || named.size() > MAX_CODES) {
            throw BusException.of(ErrorCode.LIMIT_REACHED, "codes", "1 to " + MAX_CODES);
        }
        return Objects.requireNonNull(transactions.execute(status -> {
            JdbcCodebooks.Held held = held(list);
            List<MissingCode> waiting = (ends ? journal.noted(list) : journal.waiting(list))
                    .stream().filter(code -> named.contains(code.code())).toList();
            if (waiting.size() != named.size()) {
                throw BusException.of(
                        ErrorCode.FIELD_INVALID,
                        "codes",
                        ends ? "codes that the platform has no more" : "codes that wait for a decision");
            }
            if (ends) {
                end(held, named);
            } else {
                journal.keep(list, List.copyOf(named));
            }
            record(by, list, waiting, why, ends);
            return waiting.size();
        }));
    }

    private void end(JdbcCodebooks.Held held, Set<String> codes) {
        LocalDate today = today();
        store.end(
                store.codes(held.code()).stream()
                        .filter(code -> codes.contains(code.code()) && code.isValid(today))
                        .toList(),
                today);
        journal.forget(held.code(), List.copyOf(codes));
        store.raise(held, held.properties());
    }

    private void record(Actor by, String list, List<MissingCode> codes, String why, boolean ends) {
        Kind kind = ends ? Kind.ENDED : Kind.KEPT;
        List<Entry> entries = codes.stream()
                .map(code -> new Entry(code.code(), kind, code.name(), ends ? null : code.name()))
                .toList();
        journal.write(list, clock.instant(), new By(by.name(), why), entries);
        act(
                by,
                ends ? "codebook.codes_ended" : "codebook.codes_kept",
                list,
                Map.of("reason", why, "codes", Integer.toString(codes.size())));
    }

    private void act(Actor by, String action, String list, Map<String, String> detail) {
        acts.record(new Act(by, action, null, "codebook/" + list, detail));
    }

    private JdbcCodebooks.Held held(String list) {
        return store.hold(list).orElseThrow(CodebookEditor::unknown);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ListTaker.ZONE);
    }

    private static BusException unknown() {
        return BusException.of(ErrorCode.RESOURCE_UNKNOWN, "list", "the code of a list that was fetched");
    }
}
