package vn.dancu.bus.sandbox;

/**
 * Numbers of the reserved range 999: nobody real has one. The last six digits are one to one with the person's index,
 * so no two people share a number, whatever the digits before them.
 */
final class SyntheticNumbers {

    static final String RESERVED = "999";

    private static final long SPACE = 1_000_000L;
    private static final long STEP = 611_953L;
    private static final long CMND_STEP = 350_377L;

    private final long offset;

    SyntheticNumbers(long seed) {
        this.offset = Math.floorMod(seed * STEP, SPACE);
    }

    /** 999, century and gender, two digits of the year, six digits of the person. */
    String soDinhDanh(int person, boolean male, int birthYear) {
        int century = birthYear < 2000 ? 0 : 2;
        return "%s%d%02d%s".formatted(RESERVED, century + (male ? 0 : 1), birthYear % 100, digits(person));
    }

    /** 999 and six digits of the person. */
    String soCmnd(int person) {
        return "%s%06d".formatted(RESERVED, Math.floorMod(person * CMND_STEP + offset, SPACE));
    }

    String digits(int person) {
        return "%06d".formatted(Math.floorMod(person * STEP + offset, SPACE));
    }
}
