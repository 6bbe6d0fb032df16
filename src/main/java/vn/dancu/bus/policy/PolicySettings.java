package vn.dancu.bus.policy;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Settings of the policy room.
 *
 * @param file partners, permissions and quotas as one readable file, loaded at start when its content has changed;
 *     none leaves what is in the database
 * @param purposes for what data may be asked, with the clauses, as one readable file
 * @param refresh how long an instance may go on with a policy after a new version was published
 * @param leaseTimeout how long a question may wait for permits of its quota
 * @param zone where a quota's day begins
 */
@ConfigurationProperties("dancu.policy")
public record PolicySettings(
        @Nullable Resource file,
        @DefaultValue("classpath:policy/purposes.yaml") Resource purposes,
        @DefaultValue("2s") Duration refresh,
        @DefaultValue("2s") Duration leaseTimeout,
        @DefaultValue("Asia/Ho_Chi_Minh") ZoneId zone) {

    public PolicySettings {
        requireBetween("dancu.policy.refresh", refresh, Duration.ofMillis(100), Duration.ofMinutes(1));
        requireBetween("dancu.policy.lease-timeout", leaseTimeout, Duration.ofMillis(10), Duration.ofSeconds(30));
    }

    private static void requireBetween(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(key + " must be between " + least + " and " + most);
        }
    }
}
