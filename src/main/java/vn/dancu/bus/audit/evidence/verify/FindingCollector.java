package vn.dancu.bus.audit.evidence.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.evidence.seal.Seal;
import vn.dancu.bus.audit.evidence.seal.SealKey;

/** Counts and findings of a verification in progress; not thread-safe. */
final class FindingCollector {

    private final List<EvidenceFinding> listed = new ArrayList<>();
    private final Map<Integer, String> keys = new TreeMap<>();
    private final TrustAnchors anchors;
    private @Nullable String format;
    private @Nullable String lastSeal;
    private long more;
    private long seals;
    private long records;
    private long removed;
    private long timeStamps;
    private boolean expectedSeen;

    FindingCollector(TrustAnchors anchors) {
        this.anchors = anchors;
    }

    void format(String name) {
        format = name;
    }

    void add(EvidenceFinding.Kind kind, long seal, @Nullable String record, @Nullable String place) {
        if (listed.size() < VerificationReport.MAX_FINDINGS) {
            listed.add(new EvidenceFinding(kind, seal, record, place));
        } else {
            more++;
        }
    }

    void seal(Seal seal) {
        seals++;
        lastSeal = seal.hash();
        expectedSeen |= lastSeal.equals(anchors.lastSeal());
        keys.put(seal.key(), seal.fingerprint());
    }

    void signedBy(SealKey key) {
        keys.put(key.number(), key.fingerprint());
    }

    void intact(long count) {
        records += count;
    }

    void removed() {
        removed++;
    }

    void timeStamp() {
        timeStamps++;
    }

    long seals() {
        return seals;
    }

    VerificationReport report() {
        if (anchors.lastSeal() != null && !expectedSeen) {
            add(EvidenceFinding.Kind.TAIL_CUT, 0, null, anchors.lastSeal());
        }
        List<String> signed = keys.entrySet().stream()
                .map(key -> key.getKey() + " " + key.getValue())
                .toList();
        boolean trusted = !anchors.fingerprints().isEmpty();
        return new VerificationReport(
                format, seals, records, removed, timeStamps, lastSeal, signed, trusted, listed, more);
    }
}
