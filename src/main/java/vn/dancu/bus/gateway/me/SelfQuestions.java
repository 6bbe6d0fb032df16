package vn.dancu.bus.gateway.me;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.relation.Relation;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.register.PersonKey;

/** The questions of this door: about the citizen, and about a child or a person whom the citizen represents. */
final class SelfQuestions {

    /** The field of a question that holds the number of such a person. */
    static final String NUMBER = "soDinhDanh";

    private static final String FIELDS = "fields";
    private static final Purpose PURPOSE = new Purpose("tra-cuu-ban-than");

    private SelfQuestions() {}

    /**
     * A question.
     *
     * @param relation to the person whom it is about; null for the citizen
     * @param asked the fields; empty for all that the service can give
     */
    static CitizenQuery of(
            PopulationOperation operation,
            String requestId,
            VerifiedCitizen citizen,
            @Nullable Relation relation,
            Set<FieldPath> asked) {
        PersonKey person = relation == null ? citizen.key() : relation.person();
        return new CitizenQuery(
                operation,
                requestId,
                null,
                // No officer works on the question.
                (relation == null ? Actor.CITIZEN : Actor.REPRESENTATIVE).name(),
                null,
                PURPOSE,
                person.number(),
                person.name(),
                person.birthDate(),
                CitizenQuery.NO_CLAIMS,
                asked);
    }

    /** Names may stand in one parameter, apart by commas, or in several; null where there is none. */
    static @Nullable List<String> fields(HttpServletRequest request) {
        String[] values = request.getParameterValues(FIELDS);
        return values == null ? null : List.of(String.join(",", values).split(",", -1));
    }

    static PersonalId number(String digits) {
        if (!PersonalId.isDigits(digits, PersonalId.Kind.SO_DINH_DANH.length())) {
            throw BusException.of(ErrorCode.FIELD_INVALID, NUMBER, "exactly 12 digits");
        }
        return PersonalId.soDinhDanh(digits);
    }

    /** The caller of a question, whose record says who asked where it is about another person. */
    static Caller caller(Caller caller, @Nullable Relation relation) {
        return relation == null
                ? caller
                : new Caller(
                        caller.partner(), caller.objection(), caller.origin().withRepresentedParty(relation.party()));
    }

    /**
     * The fields of these names.
     *
     * @param names none when null
     * @param known what may be asked for
     */
    static Set<FieldPath> asked(@Nullable List<String> names, Predicate<FieldPath> known) {
        Set<FieldPath> asked = new LinkedHashSet<>();
        for (String name : names == null ? List.<String>of() : names) {
            asked.add(field(name.strip())
                    .filter(known)
                    .orElseThrow(() ->
                            BusException.of(ErrorCode.FIELD_INVALID, FIELDS, "names of fields, apart by commas")));
        }
        return asked;
    }

    private static Optional<FieldPath> field(String name) {
        try {
            return Optional.of(FieldPath.of(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
