package vn.dancu.bus.document.question;

import java.util.Iterator;

/**
 * The questions of one file, read as they are asked for. Each method throws {@link vn.dancu.bus.kernel.BusException} where the file
 * as a whole cannot be read any further.
 */
public interface QuestionReader extends Iterator<ListedQuestion>, AutoCloseable {

    /** Goes past so many places without reading them as questions. */
    void skip(int count);

    @Override
    void close();
}
