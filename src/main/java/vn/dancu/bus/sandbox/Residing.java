package vn.dancu.bus.sandbox;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.sandbox.Places.Ward;
import vn.dancu.bus.sandbox.SyntheticCitizen.Residence;

/**
 * Makes up where a member of one family was registered and lives. What was recorded before 2025-07-01 carries the codes
 * of three tiers; what is in force at home carries those of two.
 */
final class Residing {

    private static final LocalDate TWO_TIERS = LocalDate.of(2025, 7, 1);
    private static final List<String> ABROAD = List.of("KR", "JP", "US", "DE", "AU");

    private final Places places;
    private final SplittableRandom random;
    private final Ward home;

    Residing(Places places, SplittableRandom random, Ward home) {
        this.places = places;
        this.random = random;
        this.home = home;
    }

    List<Residence> of(Draft person) {
        List<Residence> residences = new ArrayList<>();
        Ward former = places.before(home);
        LocalDate born = LocalDate.of(person.birthYear(), 12, 31);
        residences.add(new Residence("REGISTERED", former.address(null), born, null));
        Ward hometown = random.nextInt(100) < 50 ? former : home;
        residences.add(new Residence("HOMETOWN", hometown.address(null), null, null));
        DraftHousehold household = person.household;
        if (household == null) {
            LocalDate left = person.life.since();
            residences.add(new Residence("PERMANENT", former.address(null), born, left == null ? TWO_TIERS : left));
        } else {
            permanent(household, born, residences);
            present(household, residences);
        }
        return residences;
    }

    private void permanent(DraftHousehold household, LocalDate born, List<Residence> residences) {
        if (household.recordedBefore2025 && born.isBefore(TWO_TIERS)) {
            Address old = places.before(household.ward).address(household.detail);
            residences.add(new Residence("PERMANENT", old, born, TWO_TIERS));
        }
        residences.add(new Residence("PERMANENT", at(household), TWO_TIERS, null));
    }

    private void present(DraftHousehold household, List<Residence> residences) {
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

    private static Address at(DraftHousehold household) {
        return household.ward.address(household.detail);
    }
}
