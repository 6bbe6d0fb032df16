package vn.dancu.bus.message;

/**
 * Writes the records of one document, one at a time; {@link #close} ends the document and leaves its stream open.
 *
 * <pre>{@code
 * try (RecordWriter writer = context.xml(Version.QCVN_109_V1).writer(Node.of("CongdanCollection", List.of()), out)) {
 *     people.forEachRemaining(writer::write);
 * }
 * }</pre>
 */
public interface RecordWriter extends AutoCloseable {

    /** Writes one element below the root. The records of one document have one name. */
    void write(Node element);

    @Override
    void close();
}
