package vn.dancu.bus.enrichment.merge;

import java.io.IOException;
import java.time.LocalDate;
import vn.dancu.bus.enrichment.CheckedRecord;

/** The tables of chunks that wait to be merged. All in the transaction of the caller. */
public interface ChunkStaging {

    /**
     * Makes the table of a chunk and fills it.
     *
     * @param verifiedOn for records that do not say when they were verified
     */
    void stage(ChunkTable table, LocalDate verifiedOn, ChunkSource records) throws IOException;

    void drop(ChunkTable table);

    /** Whether the table has no records, or is gone: PostgreSQL empties all of them when it crashes. */
    boolean isEmpty(ChunkTable table);

    /** Gives the records of a chunk, one after the other. */
    @FunctionalInterface
    interface ChunkSource {
        void writeTo(RecordSink sink) throws IOException;
    }

    /** Takes a checked record. */
    @FunctionalInterface
    interface RecordSink {
        void add(CheckedRecord.Accepted accepted) throws IOException;
    }
}
