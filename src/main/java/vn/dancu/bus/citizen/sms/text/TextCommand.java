package vn.dancu.bus.citizen.sms.text;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PersonalId;

/**
 * What a citizen wants by a text message.
 *
 * @param person for whom; null for a command that concerns nobody
 * @param code what was written as a one-time code: six ASCII digits; null for every other command than {@link Kind#CONFIRM}
 */
public record TextCommand(Kind kind, @Nullable PersonalId person, @Nullable String code) {

    /** The commands. */
    public enum Kind {
        HELP,
        RECORD,
        ACCESS_LOG,
        CONFIRM,
        STOP,
        /** How to open the channel again is explained; a text message cannot do it. */
        REOPEN,
        /** A command that needs a number, with something else in its place. */
        MALFORMED,
        UNKNOWN;

        /** As files, acts and metrics write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A command that concerns nobody. */
    public static TextCommand of(Kind kind) {
        return new TextCommand(kind, null, null);
    }

    @Override
    public String toString() {
        return "TextCommand[" + kind + "]";
    }
}
