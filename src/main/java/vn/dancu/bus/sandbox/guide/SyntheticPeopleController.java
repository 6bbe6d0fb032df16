package vn.dancu.bus.sandbox.guide;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Lists synthetic people, without sign-in, for first questions to the bus. */
@RestController
@Profile("sandbox")
class SyntheticPeopleController {

    private static final int MAX_LIMIT = 1000;

    private final SyntheticPeople people;

    SyntheticPeopleController(SyntheticPeople people) {
        this.people = people;
    }

    @GetMapping(path = "/sandbox/citizens", produces = MediaType.APPLICATION_JSON_VALUE)
    List<SyntheticPerson> citizens(
            @RequestParam(defaultValue = "10") String limit, @RequestParam(defaultValue = "all") String kind) {
        return people.list(
                PeopleKind.of(kind).orElseThrow(() -> refusal("kind", "one of " + PeopleKind.codes())), number(limit));
    }

    private static int number(String limit) {
        if (!limit.matches("[0-9]{1,4}") || Integer.parseInt(limit) < 1 || Integer.parseInt(limit) > MAX_LIMIT) {
            throw refusal("limit", "a whole number from 1 to " + MAX_LIMIT);
        }
        return Integer.parseInt(limit);
    }

    private static BusException refusal(String field, String rule) {
        return BusException.of(ErrorCode.FIELD_INVALID, field, rule);
    }
}
