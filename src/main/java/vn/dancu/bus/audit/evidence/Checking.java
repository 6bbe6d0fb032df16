package vn.dancu.bus.audit.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.evidence.Finding.Kind;

/**
 * Checks a file of many records line by line; of the records only those of one batch are in memory.
 *
 * <pre>
 *   head, key …, ( seal, record … ) …, end
 * </pre>
 */
final class Checking {

    private final Findings findings;
    private final SealChecking seals;
    private final Set<String> removed = new HashSet<>();
    private @Nullable String scope;
    private @Nullable BatchChecking batch;
    private boolean started;
    private boolean ended;

    Checking(Anchors anchors, Findings findings) {
        this.findings = findings;
        this.seals = new SealChecking(anchors, findings);
    }

    void line(JsonNode line) {
        String kind = EvidenceReading.text(line, "line");
        if (ended || started == kind.equals("head")) {
            throw new IllegalArgumentException("A file begins with its head and ends with its end");
        }
        switch (kind) {
            case "head" -> head(line);
            case "key" -> seals.key(EvidenceReading.key(line));
            case "seal" -> seal(EvidenceReading.seal(line, true));
            case "record" -> record(EvidenceReading.record(line));
            case "end" -> end(line);
            default -> throw new IllegalArgumentException("A line is head, key, seal, record or end");
        }
    }

    /** When there are no more lines. */
    void close() {
        if (!ended) {
            endBatch();
            findings.add(Kind.FILE_CUT, 0, null, null);
        }
    }

    private void head(JsonNode line) {
        started = true;
        if (!EvidenceReading.text(line, "format").equals(EvidenceJson.FORMAT)) {
            throw new IllegalArgumentException("The form is " + EvidenceJson.FORMAT);
        }
        findings.form(EvidenceJson.FORMAT);
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
        batch = new BatchChecking(next, gap, findings);
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
        if (EvidenceReading.whole(line, "seals") != findings.seals()) {
            findings.add(Kind.FILE_CUT, 0, null, null);
        }
    }

    private void endBatch() {
        if (batch != null) {
            batch.end(entry -> scope == null || scope.equals(month(entry)), entry -> removed.contains(month(entry)));
            batch = null;
        }
    }

    private static String month(Entry entry) {
        return entry.kind() + " " + entry.month();
    }

    private static String month(JsonNode node) {
        return RecordKind.valueOf(EvidenceReading.text(node, "kind")) + " " + EvidenceReading.whole(node, "month");
    }
}
