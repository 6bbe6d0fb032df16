package vn.dancu.bus.gateway.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.dancu.bus.fixtures.EveryGroup;
import vn.dancu.bus.message.population.Address;
import vn.dancu.bus.message.population.Answer;
import vn.dancu.bus.message.population.BirthDate;
import vn.dancu.bus.message.population.Citizen;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.CitizenStatus;
import vn.dancu.bus.message.population.Household;
import vn.dancu.bus.message.population.PersonName;
import vn.dancu.bus.message.population.RelatedPerson;
import vn.dancu.bus.message.population.ResultStatus;

/** Answers with every field there is, and with none, about people who do not exist. */
final class FullAnswers {

    static Answer empty(CitizenQuery query) {
        Instant now = Instant.parse("2026-11-24T02:03:04.567Z");
        return switch (query.operation().kind()) {
            case CITIZEN -> new Answer.OfCitizen(query.requestId(), ResultStatus.NAME_MISMATCH, now, null);
            case HOUSEHOLD -> new Answer.OfHousehold(query.requestId(), ResultStatus.NOT_FOUND, now, null);
            default -> new Answer.OfExistence(query.requestId(), ResultStatus.NOT_FOUND, now, false);
        };
    }

    static Answer full(CitizenQuery query) {
        Instant now = Instant.parse("2026-11-24T02:03:04Z");
        return switch (query.operation().kind()) {
            case CITIZEN -> new Answer.OfCitizen(query.requestId(), ResultStatus.ID_REPLACED, now, somebody());
            case HOUSEHOLD -> new Answer.OfHousehold(query.requestId(), ResultStatus.FOUND, now, household());
            default -> new Answer.OfExistence(query.requestId(), ResultStatus.FOUND, now, true);
        };
    }

    private static Citizen somebody() {
        PersonName name = new PersonName("Nguyễn", "Văn", "Mẫu");
        Address place = new Address("01", "001", "00004", "Số 1 phố Mẫu", "VN");
        RelatedPerson other = relative();
        return new Citizen(
                "999000000001",
                "999000001",
                name,
                "1",
                "01",
                "Kinh",
                "00",
                null,
                "2",
                "04",
                BirthDate.of(LocalDate.of(1990, 5, 17)),
                place,
                place,
                place,
                place,
                "VN",
                other,
                other,
                other,
                other,
                other,
                "999000001",
                CitizenStatus.ALIVE,
                EveryGroup.FULL,
                List.of());
    }

    private static Household household() {
        Address place = new Address("01", null, "00004", null, null);
        return new Household("999000001", relative(), place, List.of(relative()));
    }

    private static RelatedPerson relative() {
        return new RelatedPerson(
                "999000000002",
                "999000002",
                "VN",
                PersonName.whole("TRẦN THỊ MẪU"),
                "CH01",
                BirthDate.ofYear(1962),
                "2");
    }

    private FullAnswers() {}
}
