package vn.dancu.bus.message;

/**
 * How much of a message is read before it is refused. A message about one person is about 1 KB; the default leaves room
 * and keeps the memory that one message can take small. Each limit has its own error code.
 *
 * @param documentBytes size of the whole document ({@code message_too_large})
 * @param depth how deep elements or objects may nest ({@code depth_limit_exceeded})
 * @param elements elements or properties in one document, in one record where records are streamed
 *     ({@code element_limit_exceeded})
 * @param attributes attributes of one element, namespace declarations not counted ({@code attribute_limit_exceeded})
 * @param nameLength characters in the name of an element, attribute or property ({@code name_limit_exceeded})
 * @param textLength characters in one element, attribute or property ({@code text_limit_exceeded})
 * @param numberLength characters in one JSON number ({@code number_limit_exceeded})
 * @param contentBytes size of one binary element, decoded ({@code content_limit_exceeded})
 * @param memoryBytes a binary element above this size goes to a file
 */
public record MessageLimits(
        long documentBytes,
        int depth,
        int elements,
        int attributes,
        int nameLength,
        int textLength,
        int numberLength,
        long contentBytes,
        int memoryBytes) {

    /** For questions and answers about one person. */
    public static final MessageLimits DEFAULT =
            new MessageLimits(1L << 20, 16, 4096, 16, 128, 8192, 64, 1L << 20, 1 << 16);

    /** For documents with attachments, collections and lists of codes. */
    public static final MessageLimits LARGE =
            new MessageLimits(1L << 30, 32, 1_000_000, 32, 128, 1 << 20, 64, 1L << 29, 1 << 16);

    public MessageLimits {
        if (documentBytes < 1024
                || depth < 4
                || elements < 64
                || attributes < 1
                || nameLength < 32
                || textLength < 256
                || numberLength < 20
                || contentBytes < 1024
                || memoryBytes < 0) {
            throw new IllegalArgumentException("Limits take at least 1024 bytes, depth 4, 64 elements, 1 attribute, "
                    + "names of 32, texts of 256 and numbers of 20 characters");
        }
    }
}
