package vn.dancu.bus.citizen.relation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.citizen.RelationSettings;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.register.RegisteredPerson;

/** {@link RelatedPersons} by the register; who was listed is recorded. */
final class RecordedRelations implements RelatedPersons {

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final PopulationRegister register;
    private final RelationSettings settings;
    private final SecretBox hashes;
    private final Acts acts;
    private final TransactionOperations transactions;
    private final Clock clock;

    RecordedRelations(
            PopulationRegister register,
            RelationSettings settings,
            SecretBox hashes,
            Acts acts,
            TransactionOperations transactions,
            Clock clock) {
        this.register = register;
        this.settings = settings;
        this.hashes = hashes;
        this.acts = acts;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Relation> list(VerifiedCitizen citizen) {
        List<Relation> found = register.findPerson(citizen.number())
                .map(own -> all(citizen, own))
                .orElse(List.of());
        transactions.executeWithoutResult(status -> found.forEach(relation -> acts.record(shown(citizen, relation))));
        return found;
    }

    private List<Relation> all(VerifiedCitizen citizen, RegisteredPerson own) {
        return Stream.concat(own.children().stream(), own.represented().stream())
                .distinct()
                .flatMap(number -> register.findPerson(number).stream())
                .flatMap(other -> relation(citizen, own, other).stream())
                .toList();
    }

    /** In the log of the person whose name was shown. */
    private Act shown(VerifiedCitizen citizen, Relation relation) {
        Map<String, String> detail = Map.of(
                "representedParty",
                relation.party(),
                "proof",
                citizen.proof().kind().name().toLowerCase(Locale.ROOT),
                "issuer",
                citizen.proof().issuer());
        byte[] person = PersonHash.of(hashes, relation.person().number());
        return new Act(Actor.REPRESENTATIVE, "citizen.relation_shown", null, null, detail, person);
    }

    @Override
    public Relation find(VerifiedCitizen citizen, PersonalId number, String field) {
        RegisteredPerson own = register.findPerson(citizen.number()).orElseThrow(() -> unrelated(field));
        RegisteredPerson other = register.findPerson(number).orElseThrow(() -> unrelated(field));
        return relation(citizen, own, other).orElseThrow(() -> unrelated(field));
    }

    private Optional<Relation> relation(VerifiedCitizen citizen, RegisteredPerson own, RegisteredPerson other) {
        if (own.children().contains(other.current()) && isYoung(other.birthDate())) {
            return Optional.of(relation(Relation.Kind.PARENT, citizen, other));
        }
        return own.represented().contains(other.current())
                ? Optional.of(relation(Relation.Kind.REPRESENTATIVE, citizen, other))
                : Optional.empty();
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
