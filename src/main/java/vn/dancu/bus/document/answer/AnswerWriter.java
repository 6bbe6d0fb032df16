package vn.dancu.bus.document.answer;

import java.io.OutputStream;
import vn.dancu.bus.message.document.EDocument;

/** Answers and statuses as edXML, signed where the bus has a key. Thread-safe. */
public interface AnswerWriter {

    /**
     * Writes the answer to a document, its files a buffer at a time.
     *
     * @param out stays open
     */
    void write(AnswerDocument answer, OutputStream out);

    /**
     * Writes a document of our own.
     *
     * @param out stays open
     */
    void write(EDocument document, OutputStream out);

    /** The status of a document. */
    byte[] write(StatusReport status);
}
