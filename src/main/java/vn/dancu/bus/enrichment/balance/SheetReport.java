package vn.dancu.bus.enrichment.balance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the verification of a certificate found.
 *
 * @param head lines of the sheet's head by name; empty where the file is no certificate
 * @param totals of the sheet by column
 * @param chunks how many the sheet has
 * @param fingerprints keys that signed, as {@code number fingerprint}
 * @param trusted whether they were compared with known ones
 */
public record SheetReport(
        Map<String, String> head,
        Map<String, Long> totals,
        int chunks,
        List<String> fingerprints,
        boolean trusted,
        List<Finding> findings) {

    public SheetReport {
        head = Map.copyOf(head);
        totals = Map.copyOf(totals);
        fingerprints = List.copyOf(fingerprints);
        findings = List.copyOf(findings);
    }

    /** What may be wrong. */
    public enum Kind {
        /** The file is no certificate, or cannot be read. */
        UNREADABLE,
        /** The signature is not that of the text, or the key is not a trusted one. */
        SIGNATURE,
        /** The outcomes of a line are not as many as its records. */
        UNEVEN,
        /** A total is not the sum of its column, or not the number of records that were read. */
        TOTAL,
        /** The delivered file is another one. */
        FILE,
        /** The result file is another one. */
        RESULT,
        /** The lines of a chunk in the result file are others than those of the sheet. */
        RESULT_CHUNK
    }

    /**
     * A thing that is wrong.
     *
     * @param place chunk or column; null where the whole is meant
     */
    public record Finding(Kind kind, @Nullable String place) {}

    public boolean isRight() {
        return findings.isEmpty();
    }

    /** For a command: 0 when all is right, 1 when something was found, 2 when the file could not be read. */
    public int exitCode() {
        if (isRight()) {
            return 0;
        }
        return findings.stream().anyMatch(finding -> finding.kind() == Kind.UNREADABLE) ? 2 : 1;
    }

    static SheetReport unreadable() {
        return new SheetReport(Map.of(), Map.of(), 0, List.of(), false, List.of(new Finding(Kind.UNREADABLE, null)));
    }
}
