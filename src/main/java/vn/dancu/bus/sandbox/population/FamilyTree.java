package vn.dancu.bus.sandbox.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Identity;
import vn.dancu.bus.sandbox.population.WardList.Ward;

/**
 * Makes up one extended family of a given size: a founding couple, their children, whom the grown-up ones married, and
 * their children. Everybody's parents and spouse are members too, save those who married in.
 */
final class FamilyTree {

    /** Ages are counted to this day, so that the same seed gives the same people in every year. */
    static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private static final int OF_AGE = 18;
    private static final int GROWN_UP = 24;
    private static final int LAST_BIRTH_YEAR = 2025;

    private final SplittableRandom random;
    private final SyntheticNumbers numbers;
    private final WardList places;
    private final int first;
    private final int size;
    private final List<FamilyMember> members = new ArrayList<>();
    private final List<FamilyHousehold> households = new ArrayList<>();
    private final Ward home;

    FamilyTree(SplittableRandom random, SyntheticNumbers numbers, WardList places, int first, int size) {
        this.random = random;
        this.numbers = numbers;
        this.places = places;
        this.first = first;
        this.size = size;
        this.home = places.any(random);
        while (isOpen()) {
            found();
        }
        members.stream().filter(FamilyTree::hasNoHome).forEach(person -> moveInto(person, places.any(random)));
    }

    List<FamilyMember> members() {
        return members;
    }

    List<FamilyHousehold> households() {
        return households;
    }

    Ward home() {
        return home;
    }

    private boolean isOpen() {
        return members.size() < size;
    }

    private void found() {
        int year = between(1940, 1966);
        FamilyMember husband = stranger(year, true);
        if (!isOpen() || chance(15)) {
            moveInto(husband, home);
            return;
        }
        FamilyMember wife = stranger(year + between(-2, 6), false);
        husband.marry(wife);
        haveChildren(husband, wife, between(2, 5));
        if (chance(17)) {
            husband.die(dayIn(between(Math.min(LAST_BIRTH_YEAR, year + 58), LAST_BIRTH_YEAR)));
        }
        FamilyHousehold household = moveInto(husband.isAlive() ? husband : wife, home);
        List.copyOf(husband.children).forEach(child -> settle(child, household));
    }

    private void settle(FamilyMember child, FamilyHousehold parents) {
        if (child.age() >= GROWN_UP && chance(75) && isOpen()) {
            settleWithSpouse(child);
        } else if (child.household == null && child.age() >= OF_AGE && chance(2)) {
            child.goMissing(dayIn(between(2024, LAST_BIRTH_YEAR)));
        } else {
            parents.join(child);
        }
    }

    private void settleWithSpouse(FamilyMember child) {
        FamilyMember spouse = stranger(child.birthYear() + between(-3, 3), !child.identity.male());
        child.marry(spouse);
        FamilyMember husband = child.identity.male() ? child : spouse;
        FamilyMember wife = child.identity.male() ? spouse : child;
        haveChildren(husband, wife, between(1, 4));
        if (chance(2)) {
            husband.goMissing(dayIn(between(2015, LAST_BIRTH_YEAR)));
        }
        moveInto(husband.isAlive() ? husband : wife, chance(50) ? home : places.any(random));
    }

    private static boolean hasNoHome(FamilyMember person) {
        return person.isAlive() && person.household == null;
    }

    private void haveChildren(FamilyMember father, FamilyMember mother, int wanted) {
        int year = mother.birthYear() + between(21, 27);
        for (int i = 0; i < wanted && isOpen() && year <= LAST_BIRTH_YEAR; i++) {
            boolean male = chance(51);
            FamilyMember child = draft(father.identity.name().ho(), year, male, father.ethnicity, father.religion);
            child.father = father;
            child.mother = mother;
            father.children.add(child);
            mother.children.add(child);
            year += between(2, 5);
        }
    }

    private FamilyHousehold moveInto(FamilyMember head, Ward ward) {
        String detail = "Số " + between(1, 400) + (chance(60) ? ", đường số " : ", tổ ") + between(1, 40);
        FamilyHousehold household = new FamilyHousehold(head, ward, detail, chance(60));
        households.add(household);
        household.join(head.spouse);
        head.children.stream().filter(child -> child.age() < GROWN_UP).forEach(household::join);
        return household;
    }

    private FamilyMember stranger(int year, boolean male) {
        String ethnicity = chance(86) ? "01" : SyntheticNumbers.padded(between(2, 54), 2);
        String religion = chance(80) ? "00" : "0" + between(1, 8);
        return draft(SyntheticNames.family(random), year, male, ethnicity, religion);
    }

    private FamilyMember draft(String family, int year, boolean male, String ethnicity, String religion) {
        int index = first + members.size();
        LocalDate day = dayIn(year);
        boolean yearOnly = year < 2000 && random.nextInt(1000) < 42;
        boolean hasCmnd = year <= 2002 && chance(60);
        Identity identity = new Identity(
                numbers.soDinhDanh(index, male, year),
                hasCmnd ? numbers.soCmnd(index) : null,
                SyntheticNames.name(family, male, random),
                yearOnly ? BirthDate.ofYear(year) : BirthDate.of(day),
                male);
        FamilyMember draft = new FamilyMember(index, identity, ethnicity, religion);
        members.add(draft);
        return draft;
    }

    private LocalDate dayIn(int year) {
        return LocalDate.ofYearDay(year, between(1, 365));
    }

    private int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** Who acts for a minor: the father, or the mother where he cannot. */
    static @Nullable FamilyMember representative(FamilyMember person) {
        if (person.age() >= OF_AGE) {
            return null;
        }
        return person.father != null && person.father.isAlive() ? person.father : person.mother;
    }
}
