package vn.dancu.bus.message;

/**
 * Checks a message against the schema of its family. Thread-safe. What came off a wire was checked when it was read; this
 * is for what a program made.
 */
@FunctionalInterface
public interface Validator {

    /** Tells the reaction of everything that is wrong, level by level; the reaction decides whether to go on. */
    void check(Message message, Reaction reaction);
}
