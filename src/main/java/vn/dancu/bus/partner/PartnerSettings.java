package vn.dancu.bus.partner;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Settings of the partner room.
 *
 * @param refresh how old what an instance knows of the partners may become; a suspension works on every instance after
 *     at most this time
 * @param calendar the working days of state bodies as one readable file
 */
@ConfigurationProperties("dancu.partner")
public record PartnerSettings(
        @DefaultValue("2s") Duration refresh, @DefaultValue("classpath:calendar/vn.yaml") Resource calendar) {

    public PartnerSettings {
        if (refresh.toMillis() < 100 || refresh.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("dancu.partner.refresh must be between 100ms and 1m");
        }
    }
}
