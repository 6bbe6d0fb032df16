package vn.dancu.bus.sms.inbound;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.sms.outbound.ReceiptOfPart;

/** A message that came, read, as it is written. */
sealed interface TakenMessage {

    /** The same message has the same key; null where one that comes again changes nothing. */
    byte @Nullable [] onceKey();

    /**
     * A whole text.
     *
     * @param senderKey keyed hash of its number
     * @param sealed number and text, or the octets of one that could not be read; null where nothing is kept
     * @param outcome where it has ended already
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Text(
            UUID id,
            String operator,
            byte[] senderKey,
            byte @Nullable [] sealed,
            @Nullable TextOutcome outcome,
            byte @Nullable [] onceKey)
            implements TakenMessage {

        @Override
        public String toString() {
            return "Text[" + id + "]";
        }
    }

    /**
     * A part of a text, with number and octets sealed.
     *
     * @param reference that of its text
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Part(
            String operator,
            byte[] senderKey,
            String called,
            int reference,
            int total,
            int number,
            int coding,
            byte[] sealed,
            byte @Nullable [] onceKey)
            implements TakenMessage {

        @Override
        public String toString() {
            return "Part[" + number + " of " + total + "]";
        }
    }

    /** A receipt. */
    record Receipt(ReceiptOfPart of) implements TakenMessage {
        @Override
        public byte @Nullable [] onceKey() {
            return null;
        }
    }
}
