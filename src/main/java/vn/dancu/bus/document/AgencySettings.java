package vn.dancu.bus.document;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the directory of agencies.
 *
 * @param account at which axis the list is read; without such an account the directory stays as it was
 * @param changesEvery how often the axis is asked for changes
 * @param fullEvery how often its whole list is read
 * @param refresh how soon an instance knows what another has read
 */
@ConfigurationProperties("dancu.document.agencies")
public record AgencySettings(
        @DefaultValue("main") String account,
        @DefaultValue("1h") Duration changesEvery,
        @DefaultValue("7d") Duration fullEvery,
        @DefaultValue("1m") Duration refresh) {

    public AgencySettings {
        if (changesEvery.toSeconds() < 1 || fullEvery.compareTo(changesEvery) < 0) {
            throw new IllegalArgumentException(
                    "dancu.document.agencies: changes-every is at least 1s, and full-every is not shorter");
        }
        if (refresh.toMillis() < 100) {
            throw new IllegalArgumentException("dancu.document.agencies.refresh must be at least 100ms");
        }
    }
}
