package vn.dancu.bus.sandbox.population;

import java.time.LocalDate;
import java.util.SplittableRandom;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.PersonName;

/**
 * People who do not exist, as many as are wanted, each made from the place in the crowd alone: the same one for the same seed. They
 * have no families and stand in no register; whoever measures with them puts them there. Pure and thread-safe.
 */
public final class SyntheticCrowd {

    /** No two of so many share a number. */
    public static final long MOST = 150_000_000L;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final int SIX_DIGITS = 1_000_000;
    private static final int FIRST_YEAR = 1945;
    private static final int YEARS = 75;
    private static final int SEXES = 2;

    private final long seed;
    private final SyntheticNumbers numbers;

    public SyntheticCrowd(long seed) {
        this.seed = seed;
        this.numbers = new SyntheticNumbers(seed);
    }

    /** Somebody as a register would have them. */
    public record Somebody(String soDinhDanh, PersonName name, BirthDate birthDate, boolean male) {

        @Override
        public String toString() {
            return "Somebody[masked]";
        }
    }

    /** @param place from 0, below {@link #MOST} */
    public Somebody at(long place) {
        SplittableRandom random = new SplittableRandom(seed + GOLDEN * (place + 1));
        int person = (int) (place % SIX_DIGITS);
        // People who share the last six digits differ in year or sex, since the next million begins one further on.
        int kind = (int) ((new SplittableRandom(person).nextInt(YEARS * SEXES) + place / SIX_DIGITS) % (YEARS * SEXES));
        boolean male = kind % SEXES == 0;
        int year = FIRST_YEAR + kind / SEXES;
        return new Somebody(
                numbers.soDinhDanh(person, male, year),
                SyntheticNames.name(SyntheticNames.family(random), male, random),
                random.nextInt(100) < 3
                        ? BirthDate.ofYear(year)
                        : BirthDate.of(LocalDate.of(year, random.nextInt(1, 13), random.nextInt(1, 29))),
                male);
    }
}
