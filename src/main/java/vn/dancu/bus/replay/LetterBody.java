package vn.dancu.bus.replay;

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

    public boolean isWhole() {
        return bytes.length == length;
    }

    @Override
    public String toString() {
        return "LetterBody[" + contentType + ", " + length + " bytes, masked]";
    }
}
