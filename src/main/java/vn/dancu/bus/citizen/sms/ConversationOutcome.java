package vn.dancu.bus.citizen.sms;

import org.jspecify.annotations.Nullable;

/** What came of one text. */
enum ConversationOutcome {
    /** A text that concerns nobody gets the answer of its command. */
    PLAIN(null),
    REFUSED("citizen.sms_refused"),
    /** Refused, and the channel is locked for the person from now on. The answer is that of a refusal. */
    LOCKED("citizen.sms_locked"),
    CODE_SENT("citizen.sms_code_sent"),
    RECORD_RELEASED("citizen.sms_code_confirmed"),
    ACCESS_LOG_RELEASED("citizen.sms_code_confirmed"),
    STOPPED("citizen.sms_stopped"),
    /** The first text above the limit. */
    TOO_MANY(null),
    /** Every text after that, until the hour is over. */
    SILENT(null);

    private final @Nullable String act;

    ConversationOutcome(@Nullable String act) {
        this.act = act;
    }

    /** The act that is recorded, where the text concerned a person. */
    @Nullable
    String act() {
        return act;
    }
}
