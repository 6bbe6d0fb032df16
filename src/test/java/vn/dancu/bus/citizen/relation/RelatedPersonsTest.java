package vn.dancu.bus.citizen.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.citizen.Proof;
import vn.dancu.bus.citizen.RelationSettings;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.register.CitizenLookup;
import vn.dancu.bus.register.HouseholdLookup;
import vn.dancu.bus.register.PersonKey;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.register.RegisteredPerson;

class RelatedPersonsTest {

    // 00:30 on 30 November in Vietnam.
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-29T17:30:00Z"), ZoneOffset.UTC);
    private static final BirthDate ADULT = BirthDate.of(LocalDate.of(1980, 1, 1));
    private static final PersonalId OWN = number(1);
    private static final PersonalId CHILD = number(2);
    private static final PersonalId WARD = number(3);
    private static final PersonalId STRANGER = number(4);
    private static final SecretBox HASHES =
            SecretBox.forUse("a master key for tests, 32 bytes".getBytes(StandardCharsets.UTF_8), PersonHash.USE);

    private final Map<PersonalId, RegisteredPerson> register = new HashMap<>();
    private final List<Act> acts = new ArrayList<>();
    private final VerifiedCitizen citizen =
            new VerifiedCitizen(OWN, "Mẫu", ADULT, new Proof(Proof.Kind.EID_ACCOUNT, "eid", null));

    @BeforeEach
    void record() {
        put(OWN, ADULT, List.of(CHILD), List.of(WARD));
        put(WARD, ADULT, List.of(), List.of());
        put(STRANGER, BirthDate.ofYear(2020), List.of(), List.of());
    }

    @Test
    void findsAChildUntilTheDayOnWhichItIsOfAge() {
        put(CHILD, BirthDate.of(LocalDate.of(2008, 12, 1)), List.of(), List.of());
        assertThat(find(CHILD).kind()).isEqualTo(Relation.Kind.PARENT);

        put(CHILD, BirthDate.of(LocalDate.of(2008, 11, 30)), List.of(), List.of());
        assertRefused(CHILD);
    }

    @Test
    void takesAChildOfWhichTheYearAloneIsKnownForOldAsSoonAsItMayBe() {
        put(CHILD, BirthDate.ofYear(2009), List.of(), List.of());
        assertThat(find(CHILD).kind()).isEqualTo(Relation.Kind.PARENT);

        put(CHILD, BirthDate.ofYear(2008), List.of(), List.of());
        assertRefused(CHILD);
    }

    @Test
    void findsWhomTheCitizenRepresentsAtAnyAgeAndNamesWhoAsksByTheHashOfTheTrail() {
        Relation relation = find(WARD);

        assertThat(relation.kind()).isEqualTo(Relation.Kind.REPRESENTATIVE);
        assertThat(relation.person().number()).isEqualTo(WARD);
        assertThat(relation.party())
                .isEqualTo("representative/" + java.util.HexFormat.of().formatHex(PersonHash.of(HASHES, OWN)))
                .doesNotContain(OWN.digits());
    }

    @Test
    void listsChildrenUnderAgeAndWhomTheCitizenRepresentsAndRecordsItForEach() {
        put(CHILD, BirthDate.ofYear(2015), List.of(), List.of());
        put(OWN, ADULT, List.of(CHILD, STRANGER, number(6)), List.of(WARD, CHILD));
        put(STRANGER, ADULT, List.of(), List.of());

        assertThat(persons(18).list(citizen))
                .extracting(Relation::kind, relation -> relation.person().number())
                .containsExactly(
                        Assertions.tuple(Relation.Kind.PARENT, CHILD),
                        Assertions.tuple(Relation.Kind.REPRESENTATIVE, WARD));
        assertThat(acts).hasSize(2).allSatisfy(act -> {
            assertThat(act.actor()).isEqualTo(Actor.REPRESENTATIVE);
            assertThat(act.action()).isEqualTo("citizen.relation_shown");
            assertThat(act.detail().toString()).doesNotContain("999");
        });
        assertThat(acts.get(0).personHash()).isEqualTo(PersonHash.of(HASHES, CHILD));
    }

    @Test
    void refusesStrangersNobodyAndThemselvesAlike() {
        assertRefused(STRANGER);
        assertRefused(number(5));
        assertRefused(OWN);
    }

    @Test
    void findsNoChildrenWhereTheAgeIsZero() {
        put(CHILD, BirthDate.ofYear(2024), List.of(), List.of());

        assertThatThrownBy(() -> persons(0).find(citizen, CHILD, "soDinhDanh")).hasMessage("relation_not_recorded");
        assertThatThrownBy(() -> new RelationSettings(19)).hasMessageContaining("children-below-age");
    }

    private Relation find(PersonalId number) {
        return persons(18).find(citizen, number, "soDinhDanh");
    }

    private void assertRefused(PersonalId number) {
        assertThatThrownBy(() -> find(number)).hasMessage("relation_not_recorded");
    }

    private RelatedPersons persons(int age) {
        return new RecordedRelations(
                new PopulationRegister() {
                    @Override
                    public CitizenLookup findCitizen(PersonKey key, Set<FieldPath> wanted) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public HouseholdLookup findHousehold(PersonKey key, Set<FieldPath> wanted) {
                        throw new UnsupportedOperationException();
                    }

                    @Override
                    public Optional<RegisteredPerson> findPerson(PersonalId number) {
                        return Optional.ofNullable(register.get(number));
                    }
                },
                new RelationSettings(age),
                HASHES,
                act -> {
                    acts.add(act);
                    return UUID.randomUUID();
                },
                TransactionOperations.withoutTransaction(),
                CLOCK);
    }

    private void put(PersonalId number, BirthDate born, List<PersonalId> children, List<PersonalId> represented) {
        register.put(
                number, new RegisteredPerson(number, "Mẫu", born, CitizenStatus.ALIVE, null, children, represented));
    }

    private static PersonalId number(int last) {
        return PersonalId.soDinhDanh(String.format("999%09d", last));
    }
}
