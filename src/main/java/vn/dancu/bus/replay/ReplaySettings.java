package vn.dancu.bus.replay;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of dead letters and replays.
 *
 * @param fourEyesAbove a replay of more messages must be confirmed by another person
 * @param maxLetters how many messages one replay takes up at most
 * @param scan how many letters of one hub's dead-letter queue are read for a list
 * @param poll how often an instance looks for messages of replays that it may release
 * @param lease how long after an instance has stopped without a word another one goes on with its part of a replay
 * @param keepQuestions how long a question of a hub that was answered is kept sealed, so that it can be asked again; 0 for not
 *     at all. It holds what the hub knows of a person: purpose limitation and least time (Law 91/2025 on personal data) bind
 *     it to the purpose of an answer that a hub has lost
 */
@ConfigurationProperties("dancu.replay")
public record ReplaySettings(
        @DefaultValue("100") int fourEyesAbove,
        @DefaultValue("10000") int maxLetters,
        @DefaultValue("10000") int scan,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("7d") Duration keepQuestions) {

    public ReplaySettings {
        require(fourEyesAbove >= 0, "four-eyes-above must not be negative");
        require(maxLetters >= 1 && maxLetters <= 1_000_000, "max-letters must be 1 to 1000000");
        require(scan >= 1 && scan <= 1_000_000, "scan must be 1 to 1000000");
        require(poll.toMillis() >= 50 && poll.toSeconds() <= 60, "poll must be 50ms to 1m");
        require(!keepQuestions.isNegative() && keepQuestions.toDays() <= 31, "keep-questions must be 0 to 31d");
        require(lease.toSeconds() >= 5 && lease.toMinutes() <= 10, "lease must be 5s to 10m");
    }

    /** Whether questions are kept at all. */
    public boolean keepsQuestions() {
        return !keepQuestions.isZero();
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("dancu.replay." + rule);
        }
    }
}
