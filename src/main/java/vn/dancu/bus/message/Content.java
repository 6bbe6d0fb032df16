package vn.dancu.bus.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a binary element, such as an attachment: in memory while small, in a file of its own when large. It is
 * read as often as needed, until the message that holds it is closed.
 *
 * <pre>{@code
 * try (InputStream in = content.open()) {
 *     in.transferTo(out);
 * }
 * }</pre>
 */
public interface Content extends AutoCloseable {

    /** Number of bytes. */
    long length();

    /** The bytes from the first on; the caller closes the stream. */
    InputStream open() throws IOException;

    /** Gives the file back, if there is one. */
    @Override
    void close();

    /** A content of bytes in memory. */
    static Content of(byte[] bytes) {
        byte[] kept = bytes.clone();
        return new Content() {
            @Override
            public long length() {
                return kept.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(kept);
            }

            @Override
            public void close() {}
        };
    }
}
