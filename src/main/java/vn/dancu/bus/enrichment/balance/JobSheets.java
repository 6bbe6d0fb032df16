package vn.dancu.bus.enrichment.balance;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import vn.dancu.bus.delivery.ClaimCheck;

/** Draws the sheets of jobs and signs them, in the transaction of the caller. */
public interface JobSheets {

    /**
     * Writes the result file of a job whose chunks are merged, and the lines of its sheet.
     *
     * @param job its number
     * @throws IllegalStateException where a chunk does not balance
     */
    DrawnSheet draw(int job) throws IOException;

    /**
     * A sheet that is not signed yet.
     *
     * @param lines a line a chunk and one for all
     * @param result the result file, stored and not kept by anybody yet
     */
    record DrawnSheet(String lines, ClaimCheck result) {}

    /** Signs a drawn sheet with the key of the seals; JSON by {@code schemas/evidence/v1/enrichment-sheet.schema.json}. */
    byte[] sign(SheetHead head, String lines);

    /**
     * What a sheet says of its job.
     *
     * @param document as the delivery named it, in one line
     * @param end {@code certified}, or {@code cancelled} where only a part was merged
     */
    record SheetHead(
            UUID job,
            int number,
            String source,
            String authority,
            String document,
            Instant receivedAt,
            String end,
            ClaimCheck content,
            long records,
            ClaimCheck result) {}
}
