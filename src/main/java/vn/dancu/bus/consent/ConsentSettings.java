package vn.dancu.bus.consent;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Settings of consent.
 *
 * @param texts what a person is shown, with its version, and the names of fields in plain words, as one readable file
 * @param maxPeriod the longest time for which a consent can be asked
 * @param answerWithin how long a request waits for the person before it lapses
 * @param perPartner how many requests a partner can make in an hour
 * @param perPerson how many requests a partner can make to one person within {@code answer-within}
 * @param timeout how long a question may wait for the database to say what a person has agreed to
 * @param keep how long a request is kept after it was refused, withdrawn or lapsed, and a consent after its end, at least a year
 * @param sweep how often requests and consents whose time is over are written down as such; they count as over at once
 */
@ConfigurationProperties("dancu.consent")
public record ConsentSettings(
        @DefaultValue("classpath:consent/texts.yaml") Resource texts,
        @DefaultValue("365d") Duration maxPeriod,
        @DefaultValue("30d") Duration answerWithin,
        @DefaultValue("10000") int perPartner,
        @DefaultValue("3") int perPerson,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("P5Y") Period keep,
        @DefaultValue("1m") Duration sweep) {

    public ConsentSettings {
        require(maxPeriod.toDays() >= 1 && maxPeriod.toDays() <= 3_660, "max-period", "must be 1d to 3660d");
        require(answerWithin.toMinutes() >= 1 && answerWithin.toDays() <= 366, "answer-within", "must be 1m to 366d");
        require(perPartner >= 1, "per-partner", "must be at least 1");
        require(perPerson >= 1, "per-person", "must be at least 1");
        require(timeout.toMillis() >= 100 && timeout.toMinutes() < 1, "timeout", "must be 100ms to 1m");
        require(keep.toTotalMonths() >= 12, "keep", "must be P12M or longer");
        require(sweep.toMillis() >= 100 && sweep.toHours() < 24, "sweep", "must be 100ms to 1d");
    }

    private static void require(boolean holds, String key, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("dancu.consent." + key + " " + rule);
        }
    }
}
