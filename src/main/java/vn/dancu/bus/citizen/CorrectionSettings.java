package vn.dancu.bus.citizen;

import java.time.Duration;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vn.dancu.bus.kernel.AgencyCode;

/**
 * Settings of correction requests.
 *
 * @param agency code of the agency that answers them over the document axis; without it nothing can be asked
 * @param account at the axis from which they are sent
 * @param answerDays working days in which the agency answers
 * @param remindDays so many working days before the end the agency is reminded
 * @param maxOpen how many requests of one person may wait for an answer
 * @param maxFile the largest file that a person can add
 * @param keep how long a request is kept after its answer, at least a year
 * @param sweep how often reminders and overdue requests are looked for
 */
@ConfigurationProperties("dancu.citizen.correction")
public record CorrectionSettings(
        @Nullable String agency,
        @DefaultValue("main") String account,
        @DefaultValue("2") int answerDays,
        @DefaultValue("1") int remindDays,
        @DefaultValue("5") int maxOpen,
        @DefaultValue("700KB") DataSize maxFile,
        @DefaultValue("P2Y") Period keep,
        @DefaultValue("5m") Duration sweep) {

    public CorrectionSettings {
        require(agency == null || AgencyCode.isValid(agency), "agency", "an agency code such as 000.00.00.G01");
        require(!account.isBlank(), "account", "the name of an account of dancu.document.axis.accounts");
        require(answerDays >= 1 && answerDays <= 60, "answer-days", "1 to 60");
        require(remindDays >= 0 && remindDays < answerDays, "remind-days", "from 0, less than answer-days");
        require(maxOpen >= 1 && maxOpen <= 1_000, "max-open", "1 to 1000");
        require(maxFile.toKilobytes() >= 1 && maxFile.toMegabytes() <= 16, "max-file", "1KB to 16MB");
        require(keep.toTotalMonths() >= 12, "keep", "P12M or longer");
        require(sweep.toMillis() >= 100 && sweep.toHours() < 24, "sweep", "100ms to 1d");
    }

    private static void require(boolean holds, String key, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("dancu.citizen.correction." + key + " must be " + rule);
        }
    }
}
