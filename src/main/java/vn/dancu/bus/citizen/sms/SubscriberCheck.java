package vn.dancu.bus.citizen.sms;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.citizen.Proof;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.register.RegisteredPerson;
import vn.dancu.bus.sms.InboundText;
import vn.dancu.bus.sms.PhoneNumber;

/** Whether a text came from a subscriber number that is recorded of the person whom it names. */
final class SubscriberCheck {

    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[,;/|]");

    private final PopulationRegister register;
    private final OneTimeCodes codes;
    private final SecretBox people;

    /** @param people the box of {@link PersonHash} */
    SubscriberCheck(PopulationRegister register, OneTimeCodes codes, SecretBox people) {
        this.register = register;
        this.codes = codes;
        this.people = people;
    }

    /**
     * What was found.
     *
     * @param person null where there is none, or not one who may ask
     */
    record Checked(ConversationStep.ConcernedPerson concerned, @Nullable RegisteredPerson person) {

        /** The citizen, once the code has proved that the sender receives what goes to the number. */
        VerifiedCitizen citizen(String operator) {
            if (person == null) {
                throw new IllegalStateException("Only a subscriber can have confirmed");
            }
            return new VerifiedCitizen(
                    person.current(),
                    person.name(),
                    person.birthDate(),
                    new Proof(Proof.Kind.SUBSCRIBER, operator, null));
        }
    }

    /** The same is done whoever is asked for: one look-up and the same hashes. */
    Checked check(InboundText text, PersonalId number, @Nullable String shownCode) {
        Optional<RegisteredPerson> found = register.findPerson(number);
        byte[] hash = PersonHash.of(people, found.map(RegisteredPerson::current).orElse(number));
        String code = shownCode == null ? codes.code(text.id(), hash) : shownCode;
        List<PhoneNumber> recorded = found.filter(person -> person.state() == CitizenStatus.ALIVE)
                .map(SubscriberCheck::numbers)
                .orElse(List.of());
        boolean subscriber = recorded.contains(text.sender());
        return new Checked(
                new ConversationStep.ConcernedPerson(hash, subscriber, codes.hash(code, hash), recorded),
                subscriber ? found.orElse(null) : null);
    }

    private static List<PhoneNumber> numbers(RegisteredPerson person) {
        return person.mobile() == null
                ? List.of()
                : Stream.of(BETWEEN_NUMBERS.split(person.mobile()))
                        .flatMap(one -> PhoneNumber.of(one).stream())
                        .distinct()
                        .toList();
    }
}
