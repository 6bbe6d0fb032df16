package vn.dancu.bus.sandbox.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Residence;
import vn.dancu.bus.sandbox.population.WardList.Ward;

/**
 * Makes up the addresses of a family's members. Addresses recorded before 2025-07-01 have codes of three tiers, current
 * ones in Vietnam have codes of two.
 */
final class ResidenceHistory {

    private static final LocalDate TWO_TIERS = LocalDate.of(2025, 7, 1);
    private static final List<String> ABROAD = List.of("KR", "JP", "US", "DE", "AU");

    private final WardList places;
    private final SplittableRandom random;
    private final Ward home;

    ResidenceHistory(WardList places, SplittableRandom random, Ward home) {
        this.places = places;
        this.random = random;
        this.home = home;
    }

    List<Residence> of(FamilyMember person) {
        List<Residence> residences = new ArrayList<>();
        Ward former = places.before(home);
        LocalDate born = LocalDate.of(person.birthYear(), 12, 31);
        residences.add(new Residence("REGISTERED", former.address(null), born, null));
        Ward hometown = random.nextInt(100) < 50 ? former : home;
        residences.add(new Residence("HOMETOWN", hometown.address(null), null, null));
        FamilyHousehold household = person.household;
        if (household == null) {
            LocalDate left = person.life.since();
            residences.add(new Residence("PERMANENT", former.address(null), born, left == null ? TWO_TIERS : left));
        } else {
            permanent(household, born, residences);
            present(household, residences);
        }
        return residences;
    }

    private void permanent(FamilyHousehold household, LocalDate born, List<Residence> residences) {
        if (household.recordedBefore2025 && born.isBefore(TWO_TIERS)) {
            Address old = places.before(household.ward).address(household.detail);
            residences.add(new Residence("PERMANENT", old, born, TWO_TIERS));
        }
        residences.add(new Residence("PERMANENT", at(household), TWO_TIERS, null));
    }

    private void present(FamilyHousehold household, List<Residence> residences) {
        int lot = random.nextInt(1000);
        if (lot < 3) {
            String country = ABROAD.get(random.nextInt(ABROAD.size()));
            residences.add(new Residence("PRESENT", new Address(null, null, null, null, country), TWO_TIERS, null));
        } else if (lot < 150) {
            Address elsewhere = places.any(random).address("Số " + random.nextInt(1, 400));
            residences.add(new Residence("TEMPORARY", elsewhere, TWO_TIERS, null));
            residences.add(new Residence("PRESENT", elsewhere, TWO_TIERS, null));
        } else {
            residences.add(new Residence("PRESENT", at(household), TWO_TIERS, null));
        }
    }

    private static Address at(FamilyHousehold household) {
        return household.ward.address(household.detail);
    }
}
