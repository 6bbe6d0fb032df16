package vn.dancu.bus.citizen.question;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What came out about the use that was asked about. */
public enum QuestionFinding {
    /** It was within the tasks of the authority. */
    LAWFUL,
    /** Somebody else was meant. */
    MISTAKE,
    /** It should not have been. */
    UNLAWFUL;

    /** As it stands on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The finding of that code; empty when there is none. */
    public static Optional<QuestionFinding> byCode(String code) {
        return Arrays.stream(values())
                .filter(finding -> finding.code().equals(code))
                .findFirst();
    }
}
