package vn.dancu.bus.citizen;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import vn.dancu.bus.kernel.PartnerId;

/**
 * Citizens who ask by text message.
 *
 * @param legalBasis the text that opens the channel. Luật Căn cước 26/2023/QH15 Điều 10 khoản 5 names portal, paper, VNeID and the
 *     platform of electronic identity; a text message is one of the "other ways" of its point e, which the Prime Minister decides.
 *     Nghị định 37/2021/NĐ-CP named "dịch vụ nhắn tin", under the law of 2014. Without a value nobody is looked up
 * @param closedAnswer what a text gets while there is no legal basis: the text {@code closed} of the grammar, or silence
 * @param partner the system as which the channel asks; it has grants of its own, with purpose {@code tra-cuu-ban-than}
 * @param grammar commands, answers and lines as one readable file
 * @param language of the answers
 * @param masked whether names, numbers, dates and addresses of an answer are shown in part
 * @param limits how often, how long
 */
@ConfigurationProperties("dancu.citizen.sms")
public record ConversationSettings(
        @Nullable String legalBasis,
        @DefaultValue("text") ClosedAnswer closedAnswer,
        @DefaultValue("sms-citizen") PartnerId partner,
        @DefaultValue("classpath:citizen/sms.yaml") Resource grammar,
        @DefaultValue("vi") Language language,
        @DefaultValue("true") boolean masked,
        @DefaultValue Limits limits) {

    /** In which language the channel answers. Whether with diacritics is said by the alphabet of the operator. */
    public enum Language {
        VI,
        EN
    }

    /** What a text gets while the channel is closed. */
    public enum ClosedAnswer {
        TEXT,
        SILENCE
    }

    /**
     * How often, how long.
     *
     * @param textsOfNumber how many texts of one number are answered in an hour; one more gets a warning, the others nothing
     * @param codesOfPerson how many codes one person gets in an hour
     * @param codeLifetime how long a code can be used
     * @param codeTries how often a code may be tried
     * @param failuresOfPerson after how many wrong codes the channel is locked for the person
     * @param failuresOfNumber after how many refused texts the number is locked
     * @param lockFor how long a lock holds, and after which pause failures no longer count
     */
    public record Limits(
            @DefaultValue("20") int textsOfNumber,
            @DefaultValue("6") int codesOfPerson,
            @DefaultValue("5m") Duration codeLifetime,
            @DefaultValue("3") int codeTries,
            @DefaultValue("5") int failuresOfPerson,
            @DefaultValue("10") int failuresOfNumber,
            @DefaultValue("24h") Duration lockFor) {

        public Limits {
            requireFrom("texts-of-number", textsOfNumber);
            requireFrom("codes-of-person", codesOfPerson);
            requireFrom("code-tries", codeTries);
            requireFrom("failures-of-person", failuresOfPerson);
            requireFrom("failures-of-number", failuresOfNumber);
            requireBetween("code-lifetime", codeLifetime, Duration.ofMinutes(1), Duration.ofHours(1));
            requireBetween("lock-for", lockFor, Duration.ofHours(1), Duration.ofDays(30));
        }

        private static void requireFrom(String key, int value) {
            if (value < 1 || value > 1000) {
                throw new IllegalArgumentException("dancu.citizen.sms.limits." + key + " must be 1 to 1000");
            }
        }

        private static void requireBetween(String key, Duration value, Duration least, Duration most) {
            if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
                throw new IllegalArgumentException(
                        "dancu.citizen.sms.limits." + key + " must be between " + least + " and " + most);
            }
        }
    }

    public ConversationSettings {
        if (legalBasis != null && legalBasis.isBlank()) {
            legalBasis = null;
        }
    }

    /** The same where the channel is closed whatever the law says: nobody here can be looked up by the number alone. */
    public ConversationSettings closed() {
        return new ConversationSettings(null, closedAnswer, partner, grammar, language, masked, limits);
    }

    /** Whether people may be looked up. */
    public boolean isOpen() {
        return legalBasis != null;
    }
}
