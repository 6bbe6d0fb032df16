package vn.dancu.bus.sandbox.population;

/**
 * Numbers of the reserved range 999: nobody real has one. The last six digits are one to one with the person's index,
 * so no two people share a number, whatever the digits before them.
 */
final class SyntheticNumbers {

    static final String RESERVED = "999";

    /**
     * What the six digits of the person follow in a mobile number. Nobody real has one: mobile numbers of Vietnam begin with
     * 03, 05, 07, 08 or 09; those with 01 had eleven digits, and there are none since 2018.
     */
    static final String MOBILE = "0100";

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
        return RESERVED + (century + (male ? 0 : 1)) + padded(birthYear % 100, 2) + digits(person);
    }

    /** 999 and six digits of the person. */
    String soCmnd(int person) {
        return RESERVED + padded(Math.floorMod(person * CMND_STEP + offset, SPACE), 6);
    }

    String digits(int person) {
        return padded(Math.floorMod(person * STEP + offset, SPACE), 6);
    }

    /** 999 and six digits of a household. */
    static String book(long household) {
        return RESERVED + padded(household, 6);
    }

    // Formatting by pattern would take longer than all the rest of making people.
    static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
