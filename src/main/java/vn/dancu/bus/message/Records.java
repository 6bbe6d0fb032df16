package vn.dancu.bus.message;

import java.util.Iterator;

/**
 * The records of one document, read as they are asked for. A record is checked when it is read; what is wrong with
 * the document as a whole, such as an attribute of its root or an element that is missing in it, is found at its end.
 *
 * <pre>{@code
 * try (Records people = context.xml(Version.QCVN_109_V1).records(in, "CongDan", Reaction.STRICT)) {
 *     people.forEachRemaining(person -> count(person.value("GioiTinh")));
 * }
 * }</pre>
 */
public interface Records extends Iterator<Node>, AutoCloseable {

    /** The root with its attributes and with those of its children, read so far, that are no records. */
    Node head();

    /** Closes the document with the contents that it holds; those of a record belong to whoever took it. */
    @Override
    void close();
}
