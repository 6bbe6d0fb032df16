package vn.dancu.bus.document;

/**
 * The books of one account at one moment: each document that was received has an end or is in work.
 *
 * @param account whose axis account
 * @param received documents that were ever taken, repeats of one not counted
 * @param answered those that were answered
 * @param refused those that were refused
 * @param withdrawn those that their sender took back before they were answered
 * @param inWork the rest: accepted, in work or waiting
 */
public record DocumentBalance(String account, long received, long answered, long refused, long withdrawn, long inWork) {

    /** Whether nothing is missing and nothing too many. */
    public boolean isEven() {
        return received == answered + refused + withdrawn + inWork;
    }
}
