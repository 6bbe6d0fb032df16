package vn.dancu.bus.citizen.question;

import org.jspecify.annotations.Nullable;

/**
 * A question as it lies in the database.
 *
 * @param question without its texts
 * @param personHash whose it is
 * @param text sealed
 * @param answer sealed; null while there is none
 */
@SuppressWarnings("ArrayRecordComponent")
record StoredQuestion(AccessQuestion question, byte[] personHash, byte[] text, byte @Nullable [] answer) {

    @Override
    public String toString() {
        return "StoredQuestion[" + question + "]";
    }
}
