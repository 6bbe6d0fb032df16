package vn.dancu.bus.audit;

import java.util.Locale;

/** What a record of the trail is about. */
public enum RecordKind {
    /** An answer that left. */
    ANSWER('A'),
    /** A refusal. */
    REFUSAL('R'),
    /** Something done in the administration. */
    ACT('C'),
    /** A seal over other records. */
    SEAL('S'),
    /** A question of ours to another service, or what became of it. */
    CALL('O');

    private final char letter;

    RecordKind(char letter) {
        this.letter = letter;
    }

    /** As a seal keeps the kind of each of its records. */
    public char letter() {
        return letter;
    }

    /** As it stands in names of tables and files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a {@link #word}. */
    public static RecordKind ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The kind of a {@link #letter}. */
    public static RecordKind ofLetter(char letter) {
        for (RecordKind kind : values()) {
            if (kind.letter == letter) {
                return kind;
            }
        }
        throw new IllegalArgumentException("A kind is one of A, R, C, S, O");
    }
}
