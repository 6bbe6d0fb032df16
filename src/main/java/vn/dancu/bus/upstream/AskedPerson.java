package vn.dancu.bus.upstream;

import java.util.List;
import java.util.stream.Stream;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.Household;
import vn.dancu.bus.message.population.RelatedPerson;
import vn.dancu.bus.message.population.ResultStatus;

/** Whether an answer is about the person that was asked for, and answers the question that was asked. */
final class AskedPerson {

    /** False when the answer names a person of another number, or another question. */
    static boolean isIn(Answer answer, CitizenQuery query) {
        if (!answer.requestId().isEmpty() && !answer.requestId().equals(query.requestId())) {
            return false;
        }
        if (answer instanceof Answer.OfCitizen of && of.citizen() != null) {
            return isCitizen(of.citizen(), of.status(), query);
        }
        if (answer instanceof Answer.OfHousehold of && of.household() != null) {
            return isMember(of.household(), query.number());
        }
        return true;
    }

    /** A number that was replaced is found with the one that took its place, and only where the answer says so. */
    private static boolean isCitizen(Citizen citizen, ResultStatus status, CitizenQuery query) {
        PersonalId asked = query.number();
        boolean isTwelve = asked.kind() == PersonalId.Kind.SO_DINH_DANH;
        String same = isTwelve ? citizen.soDinhDanh() : citizen.soCmnd();
        if (same != null && (same.equals(asked.digits()) || status != ResultStatus.ID_REPLACED)) {
            return same.equals(asked.digits());
        }
        // Where another number or none says who it is, the birth date must be that of the question, if both are there.
        return citizen.birthDate() == null
                || query.birthDate() == null
                || query.birthDate().agreesWith(citizen.birthDate());
    }

    /** Members whose numbers are not told say nothing against it. */
    private static boolean isMember(Household household, PersonalId asked) {
        List<String> numbers = Stream.concat(Stream.ofNullable(household.head()), household.members().stream())
                .flatMap(AskedPerson::numbers)
                .toList();
        boolean isTold = household.members().stream()
                .anyMatch(member -> numbers(member).findAny().isPresent());
        return !isTold || numbers.contains(asked.digits());
    }

    private static Stream<String> numbers(RelatedPerson person) {
        return Stream.of(person.soDinhDanh(), person.soCmnd()).flatMap(Stream::ofNullable);
    }

    private AskedPerson() {}
}
