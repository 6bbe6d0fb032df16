package vn.dancu.bus.sms;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of text messages.
 *
 * @param operators the operators, by a name of yours such as {@code vina}; without one no text comes and none goes
 * @param onceWindow within which the same text of the same number, under the same id where the operator gives one, is one text
 * @param partsWithin how long the parts of a text wait for each other
 * @param answerWithin how long after it came a text is worth an answer
 * @param lease how long after an instance has stopped without a word another one takes over its texts
 * @param senderWaiting how many texts of one number may wait for their answer; those above are not answered
 * @param sendWithin how long a text is tried to be sent
 * @param resendAfter when a text goes again whose submission was not answered: by then its receipt has shown that the operator has
 *     it, or has not come
 * @param receiptWithin how long the operator's receipt is awaited; without one by then nobody knows, and that is its end
 * @param keep how long it is known what came and went; neither number nor text is
 */
@ConfigurationProperties("dancu.sms")
public record SmsSettings(
        @DefaultValue Map<String, Operator> operators,
        @DefaultValue("2m") Duration onceWindow,
        @DefaultValue("10m") Duration partsWithin,
        @DefaultValue("1h") Duration answerWithin,
        @DefaultValue("1m") Duration lease,
        @DefaultValue("20") int senderWaiting,
        @DefaultValue("24h") Duration sendWithin,
        @DefaultValue("2m") Duration resendAfter,
        @DefaultValue("72h") Duration receiptWithin,
        @DefaultValue("30d") Duration keep) {

    public SmsSettings {
        operators = Map.copyOf(operators);
        for (String name : operators.keySet()) {
            require(name.matches("[a-z][a-z0-9-]{0,29}"), "operators." + name, "must be 1 to 30 of [a-z0-9-]");
        }
        require(onceWindow.toSeconds() >= 1, "once-window", "must be at least 1s");
        require(partsWithin.toSeconds() >= 1, "parts-within", "must be at least 1s");
        require(answerWithin.toSeconds() >= 1, "answer-within", "must be at least 1s");
        require(lease.toSeconds() >= 5, "lease", "must be at least 5s");
        require(senderWaiting >= 1, "sender-waiting", "must be at least 1");
        require(resendAfter.toSeconds() >= 1, "resend-after", "must be at least 1s");
        require(keep.compareTo(receiptWithin) >= 0, "keep", "must not be shorter than receipt-within");
    }

    /** How the session to an operator is bound. */
    public enum Bind {
        /** One session for both ways. */
        TRANSCEIVER,
        /** One session that receives and one that sends. */
        SEPARATE
    }

    /** How a text of several parts goes to the operator. */
    public enum Parts {
        /** A user data header in each part. */
        UDH,
        /** Parameters {@code sar_*} with each part; the operator writes the headers. */
        SAR,
        /** The whole text at once in {@code message_payload}; the operator cuts it. */
        PAYLOAD
    }

    /** How the operator writes the number of a message in its receipt. */
    public enum ReceiptId {
        /** As in the answer to the submission. */
        SAME,
        /** In decimal digits, and in hexadecimal ones in the answer. */
        DECIMAL,
        /** In hexadecimal digits, and in decimal ones in the answer. */
        HEXADECIMAL
    }

    /**
     * One operator.
     *
     * @param host of its SMSC
     * @param systemId by which the bus binds
     * @param password at most 8 characters, as SMPP has it
     * @param systemType as the operator wants it
     * @param numbers ours at that operator: what comes for another is not answered, and answers come from the one that was called
     * @param tls whether the session is encrypted
     * @param sslBundle whom it trusts and what it shows ({@code spring.ssl.bundle}); the machine's trust anchors without one
     * @param bind one session or two
     * @param window how many submissions may be without an answer
     * @param rate how many messages a second go out at most, each part counted
     * @param enquireLink after how long a silence the link is tried
     * @param timeout for an answer of the operator
     * @param coding what {@code data_coding} 0 is there: the alphabet of texts that come without another
     * @param alphabet of texts that go out: {@code gsm7} is Vietnamese without diacritics, {@code ucs2} with them
     * @param maxParts how many parts a text may have; its end is left out
     * @param parts how several of them are sent
     * @param receiptId how a receipt names its message
     */
    public record Operator(
            String host,
            @DefaultValue("2775") int port,
            String systemId,
            @DefaultValue("") String password,
            @DefaultValue("") String systemType,
            @DefaultValue List<String> numbers,
            @DefaultValue("false") boolean tls,
            @Nullable String sslBundle,
            @DefaultValue("transceiver") Bind bind,
            @DefaultValue("32") int window,
            @DefaultValue("100") int rate,
            @DefaultValue("30s") Duration enquireLink,
            @DefaultValue("10s") Duration timeout,
            @DefaultValue("gsm7") TextAlphabet coding,
            @DefaultValue("gsm7") TextAlphabet alphabet,
            @DefaultValue("3") int maxParts,
            @DefaultValue("udh") Parts parts,
            @DefaultValue("same") ReceiptId receiptId) {

        private static final int MAX_SYSTEM_ID = 15;
        private static final int MAX_PASSWORD = 8;
        private static final int MAX_NUMBER = 20;

        public Operator {
            numbers = List.copyOf(numbers);
            require(!numbers.isEmpty(), "operators", "numbers must have at least one");
            require(
                    numbers.stream().allMatch(one -> !one.isBlank() && one.length() <= MAX_NUMBER),
                    "operators",
                    "numbers have 1 to 20 characters");
            require(systemId.length() <= MAX_SYSTEM_ID, "operators", "system-id has at most 15 characters");
            require(password.length() <= MAX_PASSWORD, "operators", "password has at most 8 characters");
            require(window >= 1 && window <= 256, "operators", "window must be 1 to 256");
            require(rate >= 1 && rate <= 10_000, "operators", "rate must be 1 to 10000");
            require(maxParts >= 1 && maxParts <= 10, "operators", "max-parts must be 1 to 10");
            require(timeout.toMillis() >= 100, "operators", "timeout must be at least 100ms");
            require(enquireLink.toMillis() >= 100, "operators", "enquire-link must be at least 100ms");
        }

        /** Without the password. */
        @Override
        public String toString() {
            return "Operator[" + host + ":" + port + "]";
        }
    }

    private static void require(boolean holds, String key, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("dancu.sms." + key + " " + rule);
        }
    }

    /** Without passwords. */
    @Override
    public String toString() {
        return "SmsSettings[" + operators.keySet() + "]";
    }
}
