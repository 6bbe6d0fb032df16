package vn.dancu.bus.enrichment.file;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.enrichment.SourceRecord;

/** The records of a file, one after the other; nothing but the current part of the file is in memory. For one thread. */
public interface RecordReader extends AutoCloseable {

    /**
     * The next record; null at the end of the file.
     *
     * @throws FileFaultException when the file cannot be read on; what was read before was right
     * @throws IOException when its bytes cannot be had, which says nothing about the file
     */
    @Nullable
    SourceRecord read() throws IOException;

    /** How many records were read. */
    long count();

    @Override
    void close() throws IOException;
}
