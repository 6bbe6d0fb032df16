package vn.dancu.bus.delivery;

/** The body of a message. */
public sealed interface MessageContent {

    /** A body that lies in the database, sealed. */
    static MessageContent of(byte[] bytes) {
        return new Bytes(bytes);
    }

    /** A body that lies in a file. */
    static MessageContent of(ClaimCheck check) {
        return new Stored(check);
    }

    /** A small body; the array is not copied. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] bytes) implements MessageContent {
        @Override
        public String toString() {
            return "Bytes[" + bytes.length + "]";
        }
    }

    /** A body of any size. The outbox keeps the check until the message has ended. */
    record Stored(ClaimCheck check) implements MessageContent {}
}
