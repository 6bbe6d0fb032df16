package vn.dancu.bus.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The body of a letter in clear, or its beginning.
 *
 * @param bytes the first {@link #MAX_BYTES} at most
 * @param length of the whole body
 */
@SuppressWarnings("ArrayRecordComponent")
public record LetterBody(String contentType, byte[] bytes, long length) {

    /** What is read of a body to be shown. */
    public static final int MAX_BYTES = 256 * 1024;

    /** Reads the beginning of a body, and closes it. */
    public static LetterBody read(String contentType, InputStream content, long length) {
        try (content) {
            return new LetterBody(contentType, content.readNBytes(MAX_BYTES), length);
        } catch (IOException e) {
            throw new UncheckedIOException("The body of a letter cannot be read", e);
        }
    }

    public boolean isWhole() {
        return bytes.length == length;
    }

    @Override
    public String toString() {
        return "LetterBody[" + contentType + ", " + length + " bytes, masked]";
    }
}
