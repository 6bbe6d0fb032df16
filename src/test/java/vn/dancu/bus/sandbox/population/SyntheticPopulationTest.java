package vn.dancu.bus.sandbox.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.sandbox.population.SyntheticCitizen.Household;

class SyntheticPopulationTest {

    private static final WardList PLACES = WardList.load();
    private static final List<SyntheticCitizen> PEOPLE =
            new SyntheticPopulation(7, 20_000, PLACES).stream().toList();

    @Test
    void makesExactlyAsManyAsAsked() {
        assertThat(PEOPLE).hasSize(20_000);
        assertThat(new SyntheticPopulation(7, 33, PLACES).stream()).hasSize(33);
        assertThat(new SyntheticPopulation(7, 1, PLACES).stream()).hasSize(1);
    }

    @Test
    void makesTheSamePeopleFromTheSameSeed() {
        assertThat(new SyntheticPopulation(7, 200, PLACES).stream().toList()).isEqualTo(PEOPLE.subList(0, 200));
        assertThat(new SyntheticPopulation(8, 200, PLACES).stream().toList()).isNotEqualTo(PEOPLE.subList(0, 200));
    }

    @Test
    void issuesEveryNumberOnceAndFromTheReservedRange() {
        List<String> numbers = PEOPLE.stream()
                .flatMap(person -> person.numbers().stream())
                .map(SyntheticCitizen.Number::digits)
                .toList();

        assertThat(numbers).doesNotHaveDuplicates().allMatch(number -> number.matches("999(\\d{6}|\\d{9})"));
    }

    @Test
    void hasEverySpecialCaseInItsShare() {
        assertThat(share(person -> has(person, "REPLACED"))).isBetween(0.004, 0.015);
        assertThat(share(person -> has(person, "CANCELLED"))).isBetween(0.0005, 0.005);
        assertThat(share(person -> person.life().status() != CitizenStatus.ALIVE))
                .isBetween(0.01, 0.03);
        assertThat(share(person -> person.life().status() == CitizenStatus.MISSING))
                .isGreaterThan(0.001);
        assertThat(share(person -> person.identity().birthDate().day() == null)).isBetween(0.02, 0.04);
        assertThat(share(person -> person.identity().name().ho().isEmpty())).isBetween(0.08, 0.12);
        assertThat(share(person -> person.identity().soCmnd() != null)).isBetween(0.2, 0.6);
    }

    @Test
    void relatesPeopleWhoAreThere() {
        Map<String, SyntheticCitizen> byNumber = PEOPLE.stream()
                .filter(person -> person.identity().soDinhDanh() != null)
                .collect(Collectors.toMap(
                        person -> String.valueOf(person.identity().soDinhDanh()), Function.identity()));
        Set<String> cancelled = PEOPLE.stream()
                .flatMap(person -> person.numbers().stream())
                .filter(number -> "CANCELLED".equals(number.state()))
                .map(SyntheticCitizen.Number::digits)
                .collect(Collectors.toSet());

        assertThat(PEOPLE.stream().flatMap(person -> person.relatives().stream()))
                .hasSizeGreaterThan(PEOPLE.size())
                .allMatch(relative -> byNumber.containsKey(
                                String.valueOf(relative.identity().soDinhDanh()))
                        || cancelled.contains(String.valueOf(relative.identity().soDinhDanh())));
    }

    @Test
    void housesTheLivingInHouseholdsOfOneToSixWithALivingHead() {
        SyntheticPopulation population = new SyntheticPopulation(7, 20_000, PLACES);
        List<Household> households = IntStream.range(0, population.families())
                .mapToObj(population::family)
                .flatMap(family -> family.households().stream())
                .toList();
        Map<Long, List<SyntheticCitizen>> members = PEOPLE.stream()
                .filter(person -> person.home().household() != null)
                .collect(Collectors.groupingBy(person -> person.home().household()));

        assertThat(members.keySet())
                .hasSize(households.size())
                .containsAll(households.stream().map(Household::id).toList());
        assertThat(members.values()).allMatch(household -> household.size() <= 6);
        assertThat(members.values()).anyMatch(household -> household.size() == 6);
        assertThat(households).allMatch(household -> members.getOrDefault(household.id(), List.of()).stream()
                .anyMatch(person -> person.id() == household.head()
                        && "CH01".equals(person.home().relation())));
        assertThat(PEOPLE)
                .allMatch(person -> (person.life().status() == CitizenStatus.ALIVE)
                        == (person.home().household() != null));
    }

    @Test
    void writesDistrictsOnlyIntoWhatWasRecordedBeforeJuly2025() {
        assertThat(PEOPLE.stream()
                        .flatMap(person -> person.residences().stream())
                        .filter(residence -> residence.kind().equals("PERMANENT") && residence.to() == null))
                .hasSizeGreaterThan(10_000)
                .allMatch(residence -> residence.address().districtCode() == null);
        assertThat(PEOPLE.stream().flatMap(person -> person.residences().stream()))
                .anyMatch(residence -> residence.address().districtCode() != null);
    }

    private static boolean has(SyntheticCitizen person, String state) {
        return person.numbers().stream().anyMatch(number -> number.state().equals(state));
    }

    private static double share(Predicate<SyntheticCitizen> wanted) {
        return PEOPLE.stream().filter(wanted).count() / (double) PEOPLE.size();
    }
}
