package vn.dancu.bus.citizen.relation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.citizen.RelationSettings;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.register.RegisteredPerson;

/** {@link RelatedPersons} by the register. */
final class RecordedRelations implements RelatedPersons {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final PopulationRegister register;
    private final RelationSettings settings;
    private final SecretBox hashes;
    private final Clock clock;

    RecordedRelations(PopulationRegister register, RelationSettings settings, SecretBox hashes, Clock clock) {
        this.register = register;
        this.settings = settings;
        this.hashes = hashes;
        this.clock = clock;
    }

    @Override
    public Relation find(VerifiedCitizen citizen, PersonalId number, String field) {
        RegisteredPerson own = register.findPerson(citizen.number()).orElseThrow(() -> unrelated(field));
        RegisteredPerson other = register.findPerson(number).orElseThrow(() -> unrelated(field));
        if (own.children().contains(other.current()) && isYoung(other.birthDate())) {
            return relation(Relation.Kind.PARENT, citizen, other);
        }
        if (own.represented().contains(other.current())) {
            return relation(Relation.Kind.REPRESENTATIVE, citizen, other);
        }
        throw unrelated(field);
    }

    private Relation relation(Relation.Kind kind, VerifiedCitizen citizen, RegisteredPerson other) {
        String asker = HexFormat.of().formatHex(PersonHash.of(hashes, citizen.number()));
        return new Relation(kind, other.key(), kind.word() + "/" + asker);
    }

    /** Of a birth year alone it counts when the child cannot have reached the age. */
    private boolean isYoung(BirthDate born) {
        LocalDate first = born.fullDate().orElse(LocalDate.of(born.year(), 1, 1));
        return LocalDate.now(clock.withZone(VIETNAM)).isBefore(first.plusYears(settings.childrenBelowAge()));
    }

    private BusException unrelated(String field) {
        return BusException.of(
                ErrorCode.RELATION_NOT_RECORDED,
                field,
                "a child under " + settings.childrenBelowAge() + ", or a person whom the citizen represents");
    }
}
