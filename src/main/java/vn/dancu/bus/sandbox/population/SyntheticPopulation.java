package vn.dancu.bus.sandbox.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Home;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Household;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Identity;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Number;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Papers;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Relative;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Traits;

/**
 * People who do not exist: the same ones for the same seed, the first of a large population equal to a small one. They
 * come in families that can be made side by side. Pure and thread-safe.
 */
public final class SyntheticPopulation {

    private static final int FAMILY_SIZE = 20;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final LocalDate NUMBERS_BEGAN = LocalDate.of(2016, 1, 1);
    private static final int AGE_OF_FIRST_CARD = 14;
    private static final int FULL_AGE = 18;

    private final long seed;
    private final int citizens;
    private final WardList places;
    private final SyntheticNumbers numbers;

    public SyntheticPopulation(long seed, int citizens, WardList places) {
        this.seed = seed;
        this.citizens = citizens;
        this.places = places;
        this.numbers = new SyntheticNumbers(seed);
    }

    /** One family with its households. */
    public record Family(List<SyntheticCitizen> citizens, List<Household> households) {}

    public int families() {
        return (citizens + FAMILY_SIZE - 1) / FAMILY_SIZE;
    }

    public Family family(int number) {
        int first = number * FAMILY_SIZE;
        SplittableRandom random = new SplittableRandom(seed + GOLDEN * (number + 1));
        FamilyTree tree = new FamilyTree(random, numbers, places, first, Math.min(FAMILY_SIZE, citizens - first));
        ResidenceHistory residing = new ResidenceHistory(places, random, tree.home());
        return new Family(
                tree.members().stream()
                        .map(draft -> citizen(draft, residing, random))
                        .toList(),
                tree.households().stream().map(SyntheticPopulation::household).toList());
    }

    Stream<SyntheticCitizen> stream() {
        return IntStream.range(0, families()).mapToObj(this::family).flatMap(family -> family.citizens().stream());
    }

    private static Household household(FamilyHousehold household) {
        return new Household(
                household.id(),
                SyntheticNumbers.book(household.id()),
                household.head().id(),
                household.ward.address(household.detail));
    }

    private SyntheticCitizen citizen(FamilyMember draft, ResidenceHistory residing, SplittableRandom random) {
        List<Number> issued = issued(draft, random);
        boolean cancelled = issued.stream().anyMatch(number -> "CANCELLED".equals(number.state()));
        Identity made = draft.identity;
        return new SyntheticCitizen(
                draft.id(),
                new Identity(
                        cancelled ? null : made.soDinhDanh(),
                        made.soCmnd(),
                        random.nextInt(100) < 10 ? SyntheticNames.whole(made.name()) : made.name(),
                        made.birthDate(),
                        made.male()),
                new Traits(draft.ethnicity, draft.religion, draft.maritalStatus, "0" + random.nextInt(5)),
                draft.life,
                home(draft),
                papers(draft, random),
                issued,
                residing.of(draft),
                relatives(draft));
    }

    private List<Number> issued(FamilyMember draft, SplittableRandom random) {
        String current = String.valueOf(draft.identity.soDinhDanh());
        LocalDate birthday = LocalDate.of(draft.birthYear(), 12, 31);
        LocalDate from = birthday.isAfter(NUMBERS_BEGAN) ? birthday : NUMBERS_BEGAN;
        List<Number> issued = new ArrayList<>();
        int lot = random.nextInt(1000);
        if (lot < 8) {
            // Issued first with the wrong gender digit, which is how numbers come to be issued anew.
            String wrong = numbers.soDinhDanh(draft.index, !draft.identity.male(), draft.birthYear());
            LocalDate mended = from.plusDays(random.nextInt(30, 900));
            issued.add(new Number(wrong, "REPLACED", from, mended, current));
            issued.add(new Number(current, "CURRENT", mended, null, null));
        } else if (lot < 14 && draft.life.status() == CitizenStatus.ALIVE && draft.spouse == null) {
            issued.add(new Number(current, "CANCELLED", from, from.plusDays(random.nextInt(30, 900)), null));
        } else {
            issued.add(new Number(current, "CURRENT", from, null, null));
        }
        if (draft.identity.soCmnd() != null) {
            LocalDate grown = LocalDate.of(draft.birthYear() + AGE_OF_FIRST_CARD, 6, 1);
            issued.add(new Number(draft.identity.soCmnd(), "CURRENT", grown, null, null));
        }
        return issued;
    }

    private static Home home(FamilyMember draft) {
        FamilyHousehold household = draft.household;
        return household == null
                ? new Home(null, null, null)
                : new Home(household.id(), household.relationOf(draft), "HS" + SyntheticNumbers.book(household.id()));
    }

    private Papers papers(FamilyMember draft, SplittableRandom random) {
        if (draft.age() <= AGE_OF_FIRST_CARD || !draft.isAlive()) {
            return new Papers(null, null, null, null);
        }
        LocalDate issuedOn = LocalDate.ofYearDay(random.nextInt(2021, 2026), random.nextInt(1, 366));
        String digits = numbers.digits(draft.index);
        boolean hasMobile = random.nextInt(100) < 70 || draft.age() >= FULL_AGE;
        return new Papers(
                issuedOn,
                expiry(draft, issuedOn),
                hasMobile ? SyntheticNumbers.MOBILE + digits : null,
                random.nextInt(100) < 30 ? "nguoi" + digits + "@example.invalid" : null);
    }

    // A card holds until the birthday of 25, 40 or 60 that is at least two years away, and for life after that.
    private static @Nullable LocalDate expiry(FamilyMember draft, LocalDate issuedOn) {
        int age = issuedOn.getYear() - draft.birthYear();
        return IntStream.of(25, 40, 60)
                .filter(limit -> age + 2 <= limit)
                .mapToObj(limit -> LocalDate.of(draft.birthYear() + limit, 1, 1))
                .findFirst()
                .orElse(null);
    }

    private static List<Relative> relatives(FamilyMember draft) {
        List<Relative> relatives = new ArrayList<>();
        add(relatives, "FATHER", 1, draft.father);
        add(relatives, "MOTHER", 1, draft.mother);
        add(relatives, "SPOUSE", 1, draft.spouse);
        add(relatives, "REPRESENTATIVE", 1, FamilyTree.representative(draft));
        int position = 1;
        for (FamilyMember child : draft.children) {
            add(relatives, "CHILD", position, child);
            if (FamilyTree.representative(child) == draft) {
                add(relatives, "REPRESENTED", position, child);
            }
            position++;
        }
        return relatives;
    }

    private static void add(List<Relative> relatives, String kind, int position, @Nullable FamilyMember relative) {
        if (relative != null) {
            relatives.add(new Relative(kind, position, relative.identity));
        }
    }
}
