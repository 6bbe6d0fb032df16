package vn.dancu.bus.sandbox.enrichment;

import java.io.IOException;
import java.util.List;

/** Writes records in one of the formats of files. */
interface RecordFileWriter {

    /** @param values in the order of the columns; an empty one is none */
    void write(List<String> values) throws IOException;

    /** Without it the file has no end. It leaves the stream open. */
    void finish() throws IOException;
}
