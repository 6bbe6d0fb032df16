package vn.dancu.bus.hub;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the hub role.
 *
 * @param identities {@code mapped}: an officer and a procedure go out by the partner's mapping, and without one not at all;
 *     {@code same}: they go out as the partner says them
 * @param refresh how long an instance may go on with mappings and shares after a change; 100ms to 1m
 */
@ConfigurationProperties("dancu.hub")
public record HubSettings(@DefaultValue("mapped") Identities identities, @DefaultValue("2s") Duration refresh) {

    /** Where the identities for the national side come from. */
    public enum Identities {
        MAPPED,
        SAME
    }

    public HubSettings {
        if (refresh.compareTo(Duration.ofMillis(100)) < 0 || refresh.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("dancu.hub.refresh must be between 100ms and 1m");
        }
    }
}
