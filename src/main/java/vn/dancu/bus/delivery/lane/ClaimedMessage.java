package vn.dancu.bus.delivery.lane;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/**
 * A message that this instance is to send.
 *
 * @param number of this attempt, 1 for the first
 * @param firstAt when the first attempt began
 * @param lastError why the attempt before failed; null when none did
 * @param sealed headers and body
 */
@SuppressWarnings("ArrayRecordComponent")
record ClaimedMessage(
        long seq,
        UUID id,
        @Nullable PartnerId partner,
        @Nullable String orderKey,
        String contentType,
        String sha256,
        long length,
        int number,
        Instant firstAt,
        @Nullable String lastError,
        byte[] sealed) {

    /** Without the content. */
    @Override
    public String toString() {
        return "ClaimedMessage[" + id + " " + number + "]";
    }
}
