package vn.dancu.bus.message;

/** Writes the records of one document, one at a time; {@link #close} ends the document and leaves its stream open. */
public interface RecordWriter extends AutoCloseable {

    /** Writes one element below the root. The records of one document have one name. */
    void write(Node element);

    @Override
    void close();
}
