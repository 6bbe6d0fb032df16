package vn.dancu.bus.gateway.me;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.gateway.rest.QuestionExchange;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.register.PersonKey;
import vn.dancu.bus.register.PopulationRegister;
import vn.dancu.bus.register.RegisteredPerson;

/** What is recorded of the citizen, of the household, and of a child or a person whom the citizen represents. */
@RestController
@RequestMapping("/api/v1/me")
class RecordController {

    private static final String FIELDS = "fields";
    private static final String NUMBER = "soDinhDanh";
    private static final Purpose PURPOSE = new Purpose("tra-cuu-ban-than");

    /** Stand for the officer, since no officer works on the question: the citizen, who asks about another in the second case. */
    private static final String CITIZEN = "cong-dan";

    private static final String REPRESENTATIVE = "nguoi-dai-dien";

    private final QuestionExchange exchange;
    private final PopulationRegister register;
    private final RepresentedOrigin origins;

    RecordController(QuestionExchange exchange, PopulationRegister register, MasterKey master) {
        this.exchange = exchange;
        this.register = register;
        this.origins = new RepresentedOrigin(master);
    }

    @GetMapping("/record")
    void record(
            VerifiedCitizen citizen, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        CitizenQuery query = query(
                PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN, CITIZEN, citizen.key(), named(request));
        exchange.answer(caller, query, request, response);
    }

    @GetMapping("/household")
    void household(
            VerifiedCitizen citizen, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        CitizenQuery query = query(
                PopulationOperation.CUNG_CAP_THONG_TIN_HO_GIA_DINH, CITIZEN, citizen.key(), named(request));
        exchange.answer(caller, query, request, response);
    }

    /** The number travels in the body, never in an address. Who is no relation and who does not exist are refused alike. */
    @PostMapping("/related-persons/record")
    void relatedPerson(
            VerifiedCitizen citizen, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        RelatedPersonRequest asked = StrictJsonBody.OF_PARTNERS.read(request, RelatedPersonRequest.class);
        if (!PersonalId.isDigits(asked.soDinhDanh(), PersonalId.Kind.SO_DINH_DANH.length())) {
            throw BusException.of(ErrorCode.FIELD_INVALID, NUMBER, "exactly 12 digits");
        }
        PersonKey person = related(citizen, PersonalId.soDinhDanh(asked.soDinhDanh()));
        CitizenQuery query = query(
                PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN, REPRESENTATIVE, person, asked.truong());
        exchange.answer(origins.onBehalfOf(citizen, caller), query, request, response);
    }

    private PersonKey related(VerifiedCitizen citizen, PersonalId number) {
        RegisteredPerson own = register.findPerson(citizen.number()).orElseThrow(RecordController::unrelated);
        RegisteredPerson other = register.findPerson(number).orElseThrow(RecordController::unrelated);
        if (!own.children().contains(other.current()) && !own.represented().contains(other.current())) {
            throw unrelated();
        }
        return other.key();
    }

    private static CitizenQuery query(
            PopulationOperation operation, String officer, PersonKey person, @Nullable List<String> fields) {
        return new CitizenQuery(
                operation,
                UUID.randomUUID().toString(),
                null,
                officer,
                null,
                PURPOSE,
                person.number(),
                person.name(),
                person.birthDate(),
                CitizenQuery.NO_CLAIMS,
                asked(operation, fields));
    }

    /** Names may stand in one parameter, apart by commas, or in several; null where there is none. */
    private static @Nullable List<String> named(HttpServletRequest request) {
        String[] values = request.getParameterValues(FIELDS);
        return values == null ? null : List.of(String.join(",", values).split(",", -1));
    }

    private static Set<FieldPath> asked(PopulationOperation operation, @Nullable List<String> names) {
        Set<FieldPath> known = CitizenFields.of(operation);
        Set<FieldPath> asked = new LinkedHashSet<>();
        for (String name : names == null ? List.<String>of() : names) {
            asked.add(known.stream()
                    .filter(field -> field.value().equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> BusException.of(
                            ErrorCode.FIELD_INVALID, FIELDS, "names of fields, apart by commas")));
        }
        return asked;
    }

    private static BusException unrelated() {
        return BusException.of(
                ErrorCode.RELATION_NOT_RECORDED, NUMBER, "a child, or a person whom the citizen represents");
    }

    private record RelatedPersonRequest(String soDinhDanh, @Nullable List<String> truong) {}
}
