package vn.dancu.bus.message;

/**
 * How much of a message is read before it is refused. A message of this contract is about 1 KB; the limits leave room
 * and keep the memory that one message can take small.
 *
 * @param documentBytes size of the whole document
 * @param depth how deep elements or objects may nest
 * @param elements elements or properties in one document
 * @param attributes attributes of one element, namespace declarations not counted
 * @param textLength characters in one element or property
 */
public record MessageLimits(int documentBytes, int depth, int elements, int attributes, int textLength) {

    public static final MessageLimits DEFAULT = new MessageLimits(1 << 20, 16, 4096, 16, 8192);

    public MessageLimits {
        if (documentBytes < 1024 || depth < 4 || elements < 64 || attributes < 1 || textLength < 256) {
            throw new IllegalArgumentException(
                    "Limits take at least 1024 bytes, depth 4, 64 elements, 1 attribute and 256 characters");
        }
    }
}
