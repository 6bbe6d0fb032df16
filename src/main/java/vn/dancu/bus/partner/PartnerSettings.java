package vn.dancu.bus.partner;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the partner room.
 *
 * @param refresh how old what an instance knows of the partners may become; a suspension works on every instance after
 *     at most this time
 */
@ConfigurationProperties("dancu.partner")
public record PartnerSettings(@DefaultValue("2s") Duration refresh) {

    public PartnerSettings {
        if (refresh.toMillis() < 100 || refresh.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("dancu.partner.refresh must be between 100ms and 1m");
        }
    }
}
