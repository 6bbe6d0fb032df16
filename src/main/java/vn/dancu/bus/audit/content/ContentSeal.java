package vn.dancu.bus.audit.content;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals the personal content of records, and of the questions that are kept beside them. */
public interface ContentSeal {

    /** Length of the id of an event. */
    int ID_BYTES = 16;

    /** Seals content of a record that occurred at that moment. */
    Sealed seal(Instant occurredAt, byte[] clear);

    /**
     * Opens what {@link #seal} made.
     *
     * @throws vn.dancu.bus.kernel.BusException with {@code content_deleted} when the key of the period was destroyed
     */
    byte[] opened(@Nullable Integer keyPeriod, byte[] sealed);

    /** A question with the event that it is of, so that it opens at no other one. */
    static byte[] ofEvent(UUID event, byte[] question) {
        return ByteBuffer.allocate(ID_BYTES + question.length)
                .putLong(event.getMostSignificantBits())
                .putLong(event.getLeastSignificantBits())
                .put(question)
                .array();
    }

    /** What {@link #ofEvent} was made of; refuses a question of another event. */
    static byte[] question(UUID event, byte[] clear) {
        ByteBuffer content = ByteBuffer.wrap(clear);
        if (!new UUID(content.getLong(), content.getLong()).equals(event)) {
            throw new IllegalArgumentException("The question belongs to another event");
        }
        return Arrays.copyOfRange(clear, ID_BYTES, clear.length);
    }

    /**
     * Sealed content.
     *
     * @param keyPeriod the period whose key sealed it, such as 202611; null for the master key itself
     */
    record Sealed(@Nullable Integer keyPeriod, byte[] content) {}
}
