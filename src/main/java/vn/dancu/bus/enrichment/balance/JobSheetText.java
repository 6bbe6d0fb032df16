package vn.dancu.bus.enrichment.balance;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import vn.dancu.bus.audit.evidence.Evidence;
import vn.dancu.bus.enrichment.OutcomeCounts;
import vn.dancu.bus.enrichment.RecordOutcome;

/** The text of a sheet: a head of lines {@code name: value}, the names of the columns, a line a chunk, and one for all. */
final class JobSheetText {

    static final String FORMAT = "dancu-enrichment-sheet/v1";
    static final String TOTAL = "total";
    static final String COLUMNS = columns();

    private static String columns() {
        StringBuilder columns = new StringBuilder("chunk first last in");
        for (RecordOutcome outcome : RecordOutcome.values()) {
            columns.append(' ').append(outcome.code());
        }
        return columns.append(" by_replaced sha256").toString();
    }

    /**
     * A line.
     *
     * @param chunk its number, or {@link #TOTAL}
     * @param sha256 of the lines of the result file of those records, unpacked
     */
    static String line(String chunk, long first, long last, OutcomeCounts counts, String sha256) {
        StringBuilder line = new StringBuilder(chunk)
                .append(' ')
                .append(first)
                .append(' ')
                .append(last)
                .append(' ')
                .append(counts.total());
        for (RecordOutcome outcome : RecordOutcome.values()) {
            line.append(' ').append(counts.of(outcome));
        }
        return line.append(' ')
                .append(counts.byReplaced())
                .append(' ')
                .append(sha256)
                .append('\n')
                .toString();
    }

    static byte[] text(JobSheets.SheetHead head, Instant signedAt, Evidence.KeySummary key, String lines) {
        String text = FORMAT + "\njob: " + head.job() + " " + head.number() + "\nsource: " + head.source() + " "
                + head.authority() + "\ndocument: " + head.document() + "\nreceivedAt: " + head.receivedAt() + "\nend: "
                + head.end() + "\nfile: " + head.content().sha256() + " "
                + head.content().length() + " " + head.records() + "\nresult: "
                + head.result().sha256() + " " + head.result().length() + "\nsignedAt: " + signedAt + "\nkey: "
                + key.number() + " " + key.fingerprint() + "\n" + COLUMNS + "\n" + lines;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private JobSheetText() {}
}
