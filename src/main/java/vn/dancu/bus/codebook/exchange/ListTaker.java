package vn.dancu.bus.codebook.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.codebook.CodebookChange.Kind;
import vn.dancu.bus.codebook.MissingCode;
import vn.dancu.bus.codebook.exchange.JdbcCodebookJournal.By;
import vn.dancu.bus.codebook.exchange.JdbcCodebookJournal.Entry;
import vn.dancu.bus.codebook.platform.PlatformException;
import vn.dancu.bus.codebook.platform.PlatformList;
import vn.dancu.bus.codebook.platform.PlatformList.PlatformCode;
import vn.dancu.bus.codebook.platform.PlatformListReader;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.Sha256;

/** Takes over what the platform says of one list, in one transaction: all of it that needs no person, or nothing. */
final class ListTaker {

    static final String DONE = "done";
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final By RULE = new By(Actor.BUS.name(), null);

    private final JdbcCodebooks store;
    private final JdbcCodebookJournal journal;
    private final ListBaseline baseline;
    private final Acts acts;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final int mostChanged;

    ListTaker(
            JdbcCodebooks store,
            JdbcCodebookJournal journal,
            ListBaseline baseline,
            Acts acts,
            TransactionOperations transactions,
            Clock clock,
            int mostChanged) {
        this.store = store;
        this.journal = journal;
        this.baseline = baseline;
        this.acts = acts;
        this.transactions = transactions;
        this.clock = clock;
        this.mostChanged = mostChanged;
    }

    /** What was taken over of one list. */
    record Taken(int added, int renamed, int missing) {}

    /** Notes that the last try changed nothing, and why. */
    void failed(String list, String name, PlatformException why) {
        transactions.executeWithoutResult(status -> {
            store.open(list, name, baseline.nameEn(list, name));
            store.tried(list, clock.instant(), why.fault().code(), why.rule(), why.heldHash());
        });
    }

    /** @throws PlatformException {@code list_unkeyed}, {@code too_many_changes} */
    Taken take(String list, String name, PlatformList there) {
        return Objects.requireNonNull(transactions.execute(status -> taken(list, name, there)));
    }

    private Taken taken(String list, String name, PlatformList there) {
        store.open(list, name, baseline.nameEn(list, name));
        JdbcCodebooks.Held held = store.hold(list).orElseThrow();
        LocalDate today = today();
        List<CodebookCode> all = held.version() == 0 ? baseline.codes(list) : store.codes(list);
        List<CodebookCode> inUse =
                all.stream().filter(code -> code.isValid(today)).toList();
        ListDifference difference = ListDifference.of(inUse, there);
        Map<String, MissingCode> noted = new HashMap<>();
        journal.noted(list).forEach(code -> noted.put(code.code(), code));
        if (difference.isTooMuch(inUse.size(), mostChanged, noted.keySet())
                && !hash(there).equals(held.acceptedHash())) {
            throw PlatformException.held(hash(there));
        }
        if (held.version() == 0) {
            store.insert(list, all);
            inUse = store.codes(list).stream()
                    .filter(code -> code.isValid(today))
                    .toList();
            difference = ListDifference.of(inUse, there);
        }
        int missing = note(list, difference, noted);
        return write(held, new Before(all, inUse, missing), difference, there);
    }

    /**
     * What the list had before.
     *
     * @param all with what has ended
     * @param missing codes that were noted as missing just now
     */
    private record Before(List<CodebookCode> all, List<CodebookCode> inUse, int missing) {

        /** Another name of a code that was here begins today, whatever the platform says: two meanings on one day would be none. */
        boolean knows(PlatformCode code) {
            String key = PlatformListReader.unpadded(code.code());
            return all.stream()
                    .anyMatch(it -> PlatformListReader.unpadded(it.code()).equals(key));
        }
    }

    private Taken write(JdbcCodebooks.Held held, Before before, ListDifference difference, PlatformList there) {
        Instant now = clock.instant();
        LocalDate today = today();
        String list = held.code();
        boolean isNew = held.version() == 0 && before.inUse().isEmpty();
        store.end(
                difference.renamed().stream()
                        .map(ListDifference.Renamed::before)
                        .toList(),
                today);
        store.insert(list, begun(difference, before, isNew ? null : today));
        store.rewrite(difference.completed());
        List<Entry> entries = new ArrayList<>();
        difference.added().forEach(code -> entries.add(new Entry(code.code(), Kind.ADDED, null, code.name())));
        difference
                .renamed()
                .forEach(it -> entries.add(new Entry(
                        it.before().code(),
                        Kind.RENAMED,
                        it.before().name(),
                        it.after().name())));
        journal.write(list, now, RULE, entries);
        if (held.version() == 0 || !entries.isEmpty() || !difference.completed().isEmpty()) {
            store.raise(held, baseline.properties(list, held.properties(), there.properties()));
        }
        store.taken(list, now, DONE);
        Taken taken = new Taken(difference.added().size(), difference.renamed().size(), before.missing());
        report(list, taken);
        return taken;
    }

    private static List<CodebookCode> begun(ListDifference difference, Before before, @Nullable LocalDate today) {
        List<CodebookCode> inUse = before.inUse();
        String scheme = inUse.isEmpty()
                ? ListBaseline.SCHEME
                : inUse.get(inUse.size() - 1).scheme();
        List<CodebookCode> begun = new ArrayList<>();
        for (PlatformCode code : difference.added()) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put(CodebookCode.CODE, code.code());
            values.put(CodebookCode.NAME, code.name());
            values.putAll(code.values());
            LocalDate from = code.from() == null || before.knows(code) ? today : code.from();
            begun.add(new CodebookCode(0, code.code(), scheme, values, from, null));
        }
        difference
                .renamed()
                .forEach(it -> begun.add(new CodebookCode(
                        0, it.after().code(), it.after().scheme(), it.after().values(), today, null)));
        return begun;
    }

    /** Codes that are missing now and were not before wait for a person; those that are back wait no longer. */
    private int note(String list, ListDifference difference, Map<String, MissingCode> noted) {
        Instant now = clock.instant();
        Set<String> missing =
                difference.missing().stream().map(CodebookCode::code).collect(Collectors.toSet());
        List<MissingCode> back = noted.values().stream()
                .filter(code -> !missing.contains(code.code()))
                .toList();
        List<CodebookCode> fresh = difference.missing().stream()
                .filter(code -> !noted.containsKey(code.code()))
                .toList();
        journal.forget(list, back.stream().map(MissingCode::code).toList());
        journal.note(list, now, fresh);
        List<Entry> entries = new ArrayList<>();
        back.forEach(code -> entries.add(new Entry(code.code(), Kind.RETURNED, code.name(), code.name())));
        fresh.forEach(code -> entries.add(new Entry(code.code(), Kind.MISSING, code.name(), code.name())));
        journal.write(list, now, RULE, entries);
        return fresh.size();
    }

    private void report(String list, Taken taken) {
        if (taken.added() + taken.renamed() + taken.missing() > 0) {
            Map<String, String> detail = Map.of(
                    "added", Integer.toString(taken.added()),
                    "renamed", Integer.toString(taken.renamed()),
                    "missing", Integer.toString(taken.missing()));
            acts.record(new Act(Actor.BUS, "codebook.list_changed", null, "codebook/" + list, detail));
        }
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** Of all that would be taken over, whatever its order: a person accepts what was looked at, and no more. */
    private static String hash(PlatformList list) {
        String text = list.codes().values().stream()
                .map(code ->
                        code.code() + "\t" + code.name() + "\t" + code.from() + "\t" + new TreeMap<>(code.values()))
                .sorted()
                .collect(Collectors.joining("\n"));
        return Sha256.hex(text);
    }
}
