package vn.dancu.bus.message;

/**
 * Checks a message against the schema of its family. Thread-safe. What came off a wire was checked when it was read; this
 * is for what a program made.
 *
 * <pre>{@code
 * Message message = context.message(Version.QCVN_109_V1, root);
 * context.validator(Version.QCVN_109_V1).check(message, Reaction.STRICT);   // throws at the first deviation
 * }</pre>
 */
@FunctionalInterface
public interface Validator {

    /** Reports everything that is wrong to the reaction, level by level; the reaction decides whether to go on. */
    void check(Message message, Reaction reaction);
}
