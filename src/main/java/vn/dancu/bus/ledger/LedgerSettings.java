package vn.dancu.bus.ledger;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the ledger.
 *
 * @param flush how often an instance writes what its doors counted
 * @param missingAfter after what time a message that has not ended is missing
 * @param killedAfter after what time without a word an instance counts as killed
 */
@ConfigurationProperties("dancu.ledger")
public record LedgerSettings(
        @DefaultValue("1s") Duration flush,
        @DefaultValue("15m") Duration missingAfter,
        @DefaultValue("30s") Duration killedAfter) {

    public LedgerSettings {
        require(flush.toMillis() >= 100 && flush.toSeconds() <= 60, "flush must be 100ms to 1m");
        require(missingAfter.toSeconds() >= 10, "missing-after must be at least 10s");
        require(killedAfter.compareTo(flush.multipliedBy(5)) >= 0, "killed-after must be at least five times flush");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("dancu.ledger." + rule);
        }
    }
}
