package vn.dancu.bus.audit.evidence.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.audit.evidence.file.EvidenceJson;
import vn.dancu.bus.audit.evidence.file.EvidenceReader;
import vn.dancu.bus.audit.evidence.seal.SealedBatch;
import vn.dancu.bus.audit.evidence.seal.SealedEntry;
import vn.dancu.bus.audit.evidence.seal.SealedRecord;
import vn.dancu.bus.audit.evidence.verify.EvidenceFinding.Kind;

/**
 * Verifies a file of many records line by line and keeps the records of one batch in memory.
 *
 * <pre>
 *   head, key …, ( seal, record … ) …, end
 * </pre>
 */
final class LineVerifier {

    private final FindingCollector findings;
    private final SealChainVerifier seals;
    private final Set<String> removed = new HashSet<>();
    private @Nullable String scope;
    private @Nullable BatchVerifier batch;
    private boolean started;
    private boolean ended;

    LineVerifier(TrustAnchors anchors, FindingCollector findings) {
        this.findings = findings;
        this.seals = new SealChainVerifier(anchors, findings);
    }

    void line(JsonNode line) {
        String kind = EvidenceReader.text(line, "line");
        if (ended || started == kind.equals("head")) {
            throw new IllegalArgumentException("A file begins with its head and ends with its end");
        }
        switch (kind) {
            case "head" -> head(line);
            case "key" -> seals.key(EvidenceReader.key(line));
            case "seal" -> seal(EvidenceReader.seal(line, true));
            case "record" -> record(EvidenceReader.record(line));
            case "end" -> end(line);
            default -> throw new IllegalArgumentException("A line is head, key, seal, record or end");
        }
    }

    /** Called after the last line. */
    void close() {
        if (!ended) {
            endBatch();
            findings.add(Kind.FILE_CUT, 0, null, null);
        }
    }

    private void head(JsonNode line) {
        started = true;
        if (!EvidenceReader.text(line, "format").equals(EvidenceJson.FORMAT)) {
            throw new IllegalArgumentException("The format is " + EvidenceJson.FORMAT);
        }
        findings.format(EvidenceJson.FORMAT);
        if (line.has("scope")) {
            scope = month(line.get("scope"));
        }
        if (line.has("removed")) {
            line.get("removed").forEach(one -> removed.add(month(one)));
        }
    }

    private void seal(SealedBatch next) {
        endBatch();
        boolean gap = seals.next(next, scope == null);
        batch = new BatchVerifier(next, gap, findings);
    }

    private void record(SealedRecord record) {
        if (batch == null) {
            findings.add(
                    Kind.RECORD_ADDED,
                    0,
                    record.id().toString(),
                    record.position().toString());
        } else {
            batch.add(record);
        }
    }

    private void end(JsonNode line) {
        endBatch();
        ended = true;
        if (EvidenceReader.whole(line, "seals") != findings.seals()) {
            findings.add(Kind.FILE_CUT, 0, null, null);
        }
    }

    private void endBatch() {
        if (batch != null) {
            batch.end(entry -> scope == null || scope.equals(month(entry)), entry -> removed.contains(month(entry)));
            batch = null;
        }
    }

    private static String month(SealedEntry entry) {
        return entry.kind() + " " + entry.month();
    }

    private static String month(JsonNode node) {
        return RecordKind.valueOf(EvidenceReader.text(node, "kind")) + " " + EvidenceReader.whole(node, "month");
    }
}
