package vn.dancu.bus.document.question;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The places of a file one at a time, told apart and not yet read as questions. */
interface RawQuestions extends AutoCloseable {

    /** Goes to the next place; false where there is none. */
    boolean next() throws IOException;

    /** The question as a document of its own: XML or JSON. */
    byte[] document() throws IOException;

    /** Its MaYeuCau, where that is known without reading the question. */
    default @Nullable String requestId() {
        return null;
    }

    /** What stands in this file for a property of the question. */
    default String shown(String property) {
        return property;
    }

    @Override
    void close() throws IOException;
}
