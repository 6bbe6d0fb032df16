package vn.dancu.bus.inquiry;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.register.CitizenLookup;
import vn.dancu.bus.register.HouseholdLookup;
import vn.dancu.bus.register.PersonKey;
import vn.dancu.bus.register.PopulationRegister;

/** Reads from the register no more than may be released, and lets no more than that through. */
public class FieldReleaser implements AnswerSource {

    private final PopulationRegister register;
    private final Clock clock;

    public FieldReleaser(PopulationRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public SourcedAnswer answer(Asking asking) {
        return new SourcedAnswer(answer(asking.query(), asking.released()), Set.of());
    }

    /** The answer to a question of which these fields may be released. */
    public Answer answer(CitizenQuery query, Set<FieldPath> released) {
        return AnswerSource.only(found(query, released), released);
    }

    private Answer found(CitizenQuery query, Set<FieldPath> released) {
        PersonKey key = new PersonKey(query.number(), query.name(), query.birthDate());
        return switch (query.operation().kind()) {
            case CITIZEN -> citizen(query, register.findCitizen(key, released));
            case HOUSEHOLD -> household(query, register.findHousehold(key, released));
            case EXISTENCE -> existence(query, register.findCitizen(key, wantedFor(query)));
            case CLAIMS -> claims(query, register.findCitizen(key, released), released);
        };
    }

    private Answer citizen(CitizenQuery query, CitizenLookup lookup) {
        return new Answer.OfCitizen(
                query.requestId(),
                lookup.status(),
                clock.instant(),
                lookup instanceof CitizenLookup.Found found ? found.citizen() : null);
    }

    private Answer household(CitizenQuery query, HouseholdLookup lookup) {
        return new Answer.OfHousehold(
                query.requestId(),
                lookup.status(),
                clock.instant(),
                lookup instanceof HouseholdLookup.Found found ? found.household() : null);
    }

    private Answer existence(CitizenQuery query, CitizenLookup lookup) {
        boolean exists = lookup instanceof CitizenLookup.Found found && hasOtherNumber(query, found.citizen());
        ResultStatus status = lookup.status().isFound() && !exists ? ResultStatus.NOT_FOUND : lookup.status();
        return new Answer.OfExistence(query.requestId(), status, clock.instant(), exists);
    }

    /** The yes/no service may carry both numbers; the second must then be the person's as well. */
    private static Set<FieldPath> wantedFor(CitizenQuery query) {
        return query.claims().soCmnd() == null ? Set.of() : Set.of(CitizenFields.SO_CMND.path());
    }

    private static boolean hasOtherNumber(CitizenQuery query, Citizen citizen) {
        String claimed = query.claims().soCmnd();
        return claimed == null || claimed.equals(citizen.soCmnd());
    }

    private Answer claims(CitizenQuery query, CitizenLookup lookup, Set<FieldPath> released) {
        Map<FieldPath, Boolean> agrees = lookup instanceof CitizenLookup.Found found
                ? ClaimVerifier.compare(query.claims().only(released), found.citizen())
                : Map.of();
        return new Answer.OfClaims(
                query.requestId(),
                lookup.status(),
                clock.instant(),
                lookup.status().isFound(),
                agrees);
    }
}
