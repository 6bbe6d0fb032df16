package vn.dancu.bus.citizen;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of questions about uses. No text fixes a term for them; the default is the 7 working days that agencies had for
 * disputes in NĐ 47/2020/NĐ-CP, which NĐ 278/2025/NĐ-CP replaced.
 *
 * @param answerDays working days that an authority has, 1 to 60
 * @param remindDays so many working days before the end it is reminded, less than {@code answerDays}
 * @param maxOpen how many questions of one person may wait for an answer at a time
 * @param maxADay how many a person may ask within 24 hours
 * @param keep how long a question is kept after its end, at least a year
 */
@ConfigurationProperties("dancu.citizen.question")
public record AccessQuestionSettings(
        @DefaultValue("7") int answerDays,
        @DefaultValue("2") int remindDays,
        @DefaultValue("5") int maxOpen,
        @DefaultValue("10") int maxADay,
        @DefaultValue("P2Y") Period keep) {

    private static final int LEAST_MONTHS = 12;
    private static final int MOST_DAYS = 60;
    private static final int MOST_QUESTIONS = 1000;

    public AccessQuestionSettings {
        require("answer-days", answerDays >= 1 && answerDays <= MOST_DAYS, "1 to " + MOST_DAYS);
        require("remind-days", remindDays >= 0 && remindDays < answerDays, "from 0, less than answer-days");
        require("max-open", maxOpen >= 1 && maxOpen <= MOST_QUESTIONS, "1 to " + MOST_QUESTIONS);
        require("max-a-day", maxADay >= 1 && maxADay <= MOST_QUESTIONS, "1 to " + MOST_QUESTIONS);
        require("keep", keep.toTotalMonths() >= LEAST_MONTHS, "P12M or longer");
    }

    private static void require(String key, boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("dancu.citizen.question." + key + " must be " + rule);
        }
    }
}
