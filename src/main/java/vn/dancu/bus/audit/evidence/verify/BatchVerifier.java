package vn.dancu.bus.audit.evidence.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import vn.dancu.bus.audit.evidence.seal.MerkleTree;
import vn.dancu.bus.audit.evidence.seal.Seal;
import vn.dancu.bus.audit.evidence.seal.SealedBatch;
import vn.dancu.bus.audit.evidence.seal.SealedEntry;
import vn.dancu.bus.audit.evidence.seal.SealedRecord;
import vn.dancu.bus.audit.evidence.verify.EvidenceFinding.Kind;

/** Compares the records of one batch with the entries of its seal. */
final class BatchVerifier {

    /** Most changed records for which {@link #isFromElsewhere} compares each with each. */
    private static final int MAX_COMPARED = 64;

    private final SealedBatch batch;
    private final FindingCollector findings;
    private final Map<UUID, Integer> places = new HashMap<>();
    private final SealedRecord[] present;
    private boolean uncovered;

    BatchVerifier(SealedBatch batch, boolean sealsMissingBefore, FindingCollector findings) {
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
            // A record before the batch belongs to a seal that is missing, and that seal is reported.
            findings.add(
                    Kind.RECORD_ADDED,
                    number(),
                    record.id().toString(),
                    record.position().toString());
        }
    }

    /**
     * Called after the last record of the batch.
     *
     * @param expected which records must be there
     * @param removed which of them are known to be gone
     */
    void end(Predicate<SealedEntry> expected, Predicate<SealedEntry> removed) {
        checkLists();
        List<SealedRecord> wrong = new ArrayList<>();
        for (int i = 0; i < present.length; i++) {
            SealedEntry entry = batch.entries().get(i);
            if (present[i] == null) {
                missing(entry, i, expected, removed);
            } else if (Arrays.equals(present[i].leaf(), entry.leaf())) {
                findings.intact(1);
            } else {
                wrong.add(present[i]);
            }
        }
        report(wrong);
    }

    private void missing(
            SealedEntry entry, int place, Predicate<SealedEntry> expected, Predicate<SealedEntry> removed) {
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
                || !SealedEntry.listing(batch.entries()).equals(seal.listing())) {
            findings.add(Kind.LISTING_CHANGED, number(), null, null);
        }
        if (batch.entries().isEmpty() || !SealedEntry.root(batch.entries()).equals(seal.root())) {
            findings.add(Kind.LEAVES_CHANGED, number(), null, null);
        }
    }

    /** Records whose hashes give the root of the seal are intact, even when the list of hashes was changed. */
    private void report(List<SealedRecord> wrong) {
        if (wrong.isEmpty()) {
            return;
        }
        if (givesTheRoot()) {
            findings.intact(wrong.size());
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
        return HexFormat.of()
                .formatHex(MerkleTree.root(leaves))
                .equals(batch.seal().root());
    }

    private boolean isFromElsewhere(SealedRecord record, List<SealedRecord> wrong) {
        byte[] leaf = batch.entries().get(places.getOrDefault(record.id(), 0)).leaf();
        return wrong.size() <= MAX_COMPARED
                && wrong.stream().anyMatch(other -> Arrays.equals(record.leafAt(other.position()), leaf));
    }

    private long number() {
        return batch.seal().number();
    }
}
