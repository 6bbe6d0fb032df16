package vn.dancu.bus.audit.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import vn.dancu.bus.audit.evidence.Finding.Kind;

/** Compares the records of one batch with what its seal keeps of them. */
final class BatchChecking {

    /** Looking for the place from which a record came takes the square of their number. */
    private static final int FEW = 64;

    private final SealedBatch batch;
    private final Findings findings;
    private final Map<UUID, Integer> places = new HashMap<>();
    private final SealedRecord[] present;
    private boolean uncovered;

    BatchChecking(SealedBatch batch, boolean sealsMissingBefore, Findings findings) {
        this.batch = batch;
        this.findings = findings;
        this.present = new SealedRecord[batch.entries().size()];
        this.uncovered = sealsMissingBefore;
        for (int i = 0; i < present.length; i++) {
            places.put(batch.entries().get(i).id(), i);
        }
    }

    void add(SealedRecord record) {
        Integer place = places.get(record.id());
        if (place != null && present[place] == null) {
            present[place] = record;
        } else if (!uncovered || !batch.seal().first().isAfter(record.position())) {
            // What lies before the batch belonged to a seal that is missing, and is named by that.
            findings.add(
                    Kind.RECORD_ADDED,
                    number(),
                    record.id().toString(),
                    record.position().toString());
        }
    }

    /**
     * When all records of the batch were read.
     *
     * @param expected which records must be there
     * @param removed which of them are known to be gone
     */
    void end(Predicate<Entry> expected, Predicate<Entry> removed) {
        checkLists();
        List<SealedRecord> wrong = new ArrayList<>();
        for (int i = 0; i < present.length; i++) {
            Entry entry = batch.entries().get(i);
            if (present[i] == null) {
                missing(entry, i, expected, removed);
            } else if (Arrays.equals(present[i].leaf(), entry.leaf())) {
                findings.right(1);
            } else {
                wrong.add(present[i]);
            }
        }
        name(wrong);
    }

    private void missing(Entry entry, int place, Predicate<Entry> expected, Predicate<Entry> removed) {
        if (!expected.test(entry)) {
            return;
        }
        if (removed.test(entry)) {
            findings.removed();
        } else {
            String where = (place + 1) + " / " + present.length;
            findings.add(Kind.RECORD_MISSING, number(), entry.id().toString(), where);
        }
    }

    private void checkLists() {
        Seal seal = batch.seal();
        if (batch.entries().size() != seal.records()
                || !Entry.listing(batch.entries()).equals(seal.listing())) {
            findings.add(Kind.LISTING_CHANGED, number(), null, null);
        }
        if (batch.entries().isEmpty() || !Entry.root(batch.entries()).equals(seal.root())) {
            findings.add(Kind.LEAVES_CHANGED, number(), null, null);
        }
    }

    /** Records that give the root of the seal are right, whatever the list says. */
    private void name(List<SealedRecord> wrong) {
        if (wrong.isEmpty()) {
            return;
        }
        if (givesTheRoot()) {
            findings.right(wrong.size());
            return;
        }
        for (SealedRecord record : wrong) {
            Kind kind = isFromElsewhere(record, wrong) ? Kind.RECORD_REORDERED : Kind.RECORD_CHANGED;
            findings.add(
                    kind, number(), record.id().toString(), record.position().toString());
        }
    }

    private boolean givesTheRoot() {
        if (Arrays.asList(present).contains(null)) {
            return false;
        }
        List<byte[]> leaves = Arrays.stream(present).map(SealedRecord::leaf).toList();
        return Hashes.hex(MerkleTree.root(leaves)).equals(batch.seal().root());
    }

    private boolean isFromElsewhere(SealedRecord record, List<SealedRecord> wrong) {
        byte[] leaf = batch.entries().get(places.getOrDefault(record.id(), 0)).leaf();
        return wrong.size() <= FEW
                && wrong.stream().anyMatch(other -> Arrays.equals(record.leafAt(other.position()), leaf));
    }

    private long number() {
        return batch.seal().number();
    }
}
