package vn.dancu.bus.citizen.sms;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.citizen.ConversationSettings;

/** What is kept of a person, or of a number that nobody has. Not thread-safe: its row is locked while it is changed. */
final class PersonState {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final byte[] hash;
    private Instant windowFrom;
    private int codes;
    private FailureCount failures;
    private @Nullable Instant stoppedAt;
    private @Nullable OpenCode code;

    PersonState(byte[] hash, Instant windowFrom, int codes, FailureCount failures) {
        this.hash = hash;
        this.windowFrom = windowFrom;
        this.codes = codes;
        this.failures = failures;
    }

    /**
     * A code that was sent and can be used.
     *
     * @param hash of the code
     * @param number keyed hash of the subscriber number to which it was sent
     * @param releases what it releases
     * @param tries how often it was tried in vain
     */
    record OpenCode(byte[] hash, byte[] number, ConversationOutcome releases, Instant expiresAt, int tries) {

        boolean isFor(byte[] sender, Instant now) {
            return MessageDigest.isEqual(number, sender) && now.isBefore(expiresAt);
        }

        boolean is(byte[] shown) {
            return MessageDigest.isEqual(hash, shown);
        }
    }

    void restore(@Nullable Instant stopped, @Nullable OpenCode open) {
        this.stoppedAt = stopped;
        this.code = open;
    }

    /** Whether the channel answers this person at all. */
    boolean isOpen(Instant now) {
        return stoppedAt == null && !failures.isLocked(now);
    }

    /** Counts one more code; how many there are in the hour now. */
    int count(Instant now) {
        if (!now.isBefore(windowFrom.plus(WINDOW))) {
            windowFrom = now;
            codes = 0;
        }
        codes++;
        return codes;
    }

    /** The code takes the place of the one before. */
    void open(OpenCode next) {
        this.code = next;
    }

    /** The code is used up. */
    void confirm() {
        code = null;
        failures = FailureCount.NONE;
    }

    /** @return whether the channel is locked by it */
    boolean fail(Instant now, ConversationSettings.Limits limits) {
        OpenCode open = code;
        if (open != null) {
            int tries = open.tries() + 1;
            code = tries >= limits.codeTries()
                    ? null
                    : new OpenCode(open.hash(), open.number(), open.releases(), open.expiresAt(), tries);
        }
        failures = failures.more(now, limits.failuresOfPerson(), limits.lockFor());
        return failures.isLocked(now);
    }

    void stop(Instant now) {
        stoppedAt = stoppedAt == null ? now : stoppedAt;
        code = null;
    }

    /** Neither stopped nor locked any more. */
    void reopen() {
        stoppedAt = null;
        failures = FailureCount.NONE;
    }

    byte[] hash() {
        return hash;
    }

    Instant windowFrom() {
        return windowFrom;
    }

    int codes() {
        return codes;
    }

    FailureCount failures() {
        return failures;
    }

    @Nullable
    Instant stoppedAt() {
        return stoppedAt;
    }

    @Nullable
    OpenCode code() {
        return code;
    }
}
