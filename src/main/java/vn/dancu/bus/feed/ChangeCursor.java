package vn.dancu.bus.feed;

import java.util.Optional;

/**
 * Up to where a follower has read. Its text has letters alone: digits in an address would look like somebody's number.
 *
 * @param position of the last event that was read; 0 for none
 */
public record ChangeCursor(long position) {

    public static final ChangeCursor START = new ChangeCursor(0);

    private static final int LETTERS = 16;
    private static final int BITS = 4;

    /** 16 letters from a to p. */
    public String text() {
        StringBuilder text = new StringBuilder(LETTERS);
        for (int i = LETTERS - 1; i >= 0; i--) {
            text.append((char) ('a' + (position >>> i * BITS & 0xF)));
        }
        return text.toString();
    }

    /** The cursor of that text; empty when it is none. */
    public static Optional<ChangeCursor> of(String text) {
        if (!text.matches("[a-h][a-p]{15}")) {
            return Optional.empty();
        }
        long position = 0;
        for (int i = 0; i < LETTERS; i++) {
            position = position << BITS | text.charAt(i) - 'a';
        }
        return Optional.of(new ChangeCursor(position));
    }
}
