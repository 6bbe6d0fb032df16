package vn.dancu.bus.sandbox.national;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import vn.dancu.bus.inquiry.FieldReleaser;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation.Kind;
import vn.dancu.bus.message.population.ResultStatus;
import vn.dancu.bus.sandbox.fault.Fault;
import vn.dancu.bus.sandbox.national.register.NationalRegister;

/** The population service itself, in no form yet: what is asked is released, since nobody is refused a field here. */
final class PopulationService {

    private final NationalRegister register;
    private final FieldReleaser releaser;
    private final Clock clock;

    PopulationService(NationalRegister register, Clock clock) {
        this.register = register;
        this.releaser = new FieldReleaser(register, clock);
        this.clock = clock;
    }

    Answer answer(CitizenQuery question, NationalCall call) {
        call.note("service", question.operation().element());
        call.note("requestId", question.requestId());
        call.note("officer", question.officer());
        call.note("procedure", question.procedure());
        call.note("unit", question.unit());
        Set<FieldPath> wanted = wanted(question);
        if (call.player().is(Fault.Kind.OTHER_PERSON) && question.operation().kind() == Kind.CITIZEN) {
            return new Answer.OfCitizen(
                    question.requestId(),
                    ResultStatus.FOUND,
                    clock.instant(),
                    register.somebodyElse(question.number(), wanted).orElse(null));
        }
        return releaser.answer(question, call.player().is(Fault.Kind.PARTIAL) ? half(wanted) : wanted);
    }

    private static Set<FieldPath> wanted(CitizenQuery question) {
        return question.asked().isEmpty() ? CitizenFields.of(question.operation()) : question.asked();
    }

    private static Set<FieldPath> half(Set<FieldPath> wanted) {
        Set<FieldPath> kept = new LinkedHashSet<>();
        wanted.stream().sorted().limit((wanted.size() + 1) / 2).forEach(kept::add);
        return kept;
    }
}
