package vn.dancu.bus.citizen.sms;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.citizen.sms.text.TextCommand;
import vn.dancu.bus.sms.PhoneNumber;

/**
 * One text, as far as it changes what is kept: hashes, and nothing that names somebody but the numbers of a notice.
 *
 * @param text its id
 * @param operator by whose network it came
 * @param number keyed hash of its sender
 * @param person the person concerned; null for a text that concerns nobody
 */
record ConversationStep(
        UUID text, String operator, TextCommand.Kind command, byte[] number, @Nullable ConcernedPerson person) {

    /**
     * The person of a text.
     *
     * @param hash keyed hash of the number in force, or of the number that was written where there is nobody
     * @param subscriber whether the sender is a subscriber number recorded of the person, who is alive
     * @param code keyed hash of the code that was written, or that would be sent
     * @param recorded the subscriber numbers of the person, for a notice
     */
    record ConcernedPerson(byte[] hash, boolean subscriber, byte[] code, List<PhoneNumber> recorded) {}

    @Override
    public String toString() {
        return "ConversationStep[" + text + "]";
    }
}
