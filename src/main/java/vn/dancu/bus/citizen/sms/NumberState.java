package vn.dancu.bus.citizen.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is kept of a sender's number. Not thread-safe: its row is locked while it is changed. */
final class NumberState {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final byte[] hash;
    private Instant windowFrom;
    private int texts;
    private FailureCount failures;
    private @Nullable UUID lastText;
    private @Nullable ConversationOutcome lastOutcome;

    NumberState(byte[] hash, Instant windowFrom, int texts, FailureCount failures) {
        this.hash = hash;
        this.windowFrom = windowFrom;
        this.texts = texts;
        this.failures = failures;
    }

    /** The text that was handled last and what came of it: an instance that died before its answer left handles it again. */
    void last(@Nullable UUID text, @Nullable ConversationOutcome outcome) {
        this.lastText = text;
        this.lastOutcome = outcome;
    }

    /** What came of the text before; null when it is new. */
    @Nullable
    ConversationOutcome before(UUID text) {
        return text.equals(lastText) ? lastOutcome : null;
    }

    /** Counts one more text; how many there are in the hour now. */
    int count(Instant now) {
        if (!now.isBefore(windowEnd())) {
            windowFrom = now;
            texts = 0;
        }
        texts++;
        return texts;
    }

    boolean isLocked(Instant now) {
        return failures.isLocked(now);
    }

    /** @return whether a lock begins with it, or begins anew */
    boolean fail(Instant now, int limit, Duration lockFor) {
        FailureCount before = failures;
        failures = failures.more(now, limit, lockFor);
        return !Objects.equals(before.lockedUntil(), failures.lockedUntil());
    }

    Instant windowEnd() {
        return windowFrom.plus(WINDOW);
    }

    byte[] hash() {
        return hash;
    }

    Instant windowFrom() {
        return windowFrom;
    }

    int texts() {
        return texts;
    }

    FailureCount failures() {
        return failures;
    }

    @Nullable
    UUID lastText() {
        return lastText;
    }

    @Nullable
    ConversationOutcome lastOutcome() {
        return lastOutcome;
    }
}
