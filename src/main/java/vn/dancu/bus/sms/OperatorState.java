package vn.dancu.bus.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operator: its session on this instance, and what waits for it or came from it, for all instances.
 *
 * @param session what the session is doing
 * @param unanswered texts of its subscribers without an answer
 * @param oldestUnanswered when the first of them came; null without one
 * @param unsent texts that it has not taken yet
 * @param oldestUnsent when the first of them was put; null without one
 * @param lastFailure why the last attempt to send that one failed; null when none did
 * @param held parts of them that it may have, since it did not answer: they wait for their receipt
 * @param unreceipted messages that it has taken and whose receipt is awaited
 */
public record OperatorState(
        SmscConnections.State session,
        long unanswered,
        @Nullable Instant oldestUnanswered,
        long unsent,
        @Nullable Instant oldestUnsent,
        @Nullable String lastFailure,
        long held,
        long unreceipted) {}
