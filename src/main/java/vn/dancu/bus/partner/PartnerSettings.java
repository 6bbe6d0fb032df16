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
 * @param steps the steps to connection as one readable file; an application keeps those that it began with
 * @param grounds the grounds of suspension and termination, with their rules, as one readable file
 * @param credentialLifetime how long an issued secret is good when whoever issues it does not say
 * @param noticeAhead how long before the end of a credential, a certificate or an agreement the partner is notified
 * @param lapseNoticeAhead how long before an unconfirmed urgent suspension lapses the partner and the operator are notified
 * @param noticeSweep how often an instance looks for what is about to end
 */
@ConfigurationProperties("dancu.partner")
public record PartnerSettings(
        @DefaultValue("2s") Duration refresh,
        @DefaultValue("classpath:calendar/vn.yaml") Resource calendar,
        @DefaultValue("classpath:connection/grounds.yaml") Resource grounds,
        @DefaultValue("classpath:connection/steps.yaml") Resource steps,
        @DefaultValue("365d") Duration credentialLifetime,
        @DefaultValue("60d") Duration noticeAhead,
        @DefaultValue("4h") Duration lapseNoticeAhead,
        @DefaultValue("1h") Duration noticeSweep) {

    public PartnerSettings {
        requireBetween("dancu.partner.refresh", refresh, Duration.ofMillis(100), Duration.ofMinutes(1));
        requireBetween(
                "dancu.partner.credential-lifetime", credentialLifetime, Duration.ofDays(1), Duration.ofDays(3653));
        requireBetween("dancu.partner.notice-ahead", noticeAhead, Duration.ofDays(1), Duration.ofDays(366));
        requireBetween(
                "dancu.partner.lapse-notice-ahead", lapseNoticeAhead, Duration.ofMinutes(10), Duration.ofHours(23));
        requireBetween("dancu.partner.notice-sweep", noticeSweep, Duration.ofSeconds(1), Duration.ofDays(1));
    }

    private static void requireBetween(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(key + " must be between " + least + " and " + most);
        }
    }
}
