package vn.dancu.bus.gateway.me;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.relation.RelatedPersons;
import vn.dancu.bus.citizen.relation.Relation;
import vn.dancu.bus.gateway.rest.QuestionExchange;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;

/** What is recorded of the citizen, of the household, and of a child or a person whom the citizen represents. */
@RestController
@RequestMapping("/api/v1/me")
class RecordController {

    private static final PopulationOperation RECORD = PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN;
    private static final PopulationOperation HOUSEHOLD = PopulationOperation.CUNG_CAP_THONG_TIN_HO_GIA_DINH;

    private final QuestionExchange exchange;
    private final RelatedPersons related;

    RecordController(QuestionExchange exchange, RelatedPersons related) {
        this.exchange = exchange;
        this.related = related;
    }

    @GetMapping("/record")
    void record(VerifiedCitizen citizen, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ask(RECORD, citizen, null, SelfQuestions.fields(request), caller, request, response);
    }

    @GetMapping("/household")
    void household(VerifiedCitizen citizen, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ask(HOUSEHOLD, citizen, null, SelfQuestions.fields(request), caller, request, response);
    }

    @PostMapping("/related-persons/record")
    void relatedRecord(VerifiedCitizen citizen, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        askRelated(RECORD, citizen, caller, request, response);
    }

    @PostMapping("/related-persons/household")
    void relatedHousehold(
            VerifiedCitizen citizen, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        askRelated(HOUSEHOLD, citizen, caller, request, response);
    }

    private void askRelated(
            PopulationOperation operation,
            VerifiedCitizen citizen,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        RelatedPersonRequest asked = StrictJsonBody.OF_PARTNERS.read(request, RelatedPersonRequest.class);
        Relation relation = related.find(citizen, SelfQuestions.number(asked.soDinhDanh()), SelfQuestions.NUMBER);
        ask(operation, citizen, relation, asked.truong(), caller, request, response);
    }

    private void ask(
            PopulationOperation operation,
            VerifiedCitizen citizen,
            @Nullable Relation relation,
            @Nullable List<String> fields,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String requestId = UUID.randomUUID().toString();
        CitizenQuery query = SelfQuestions.of(
                operation,
                requestId,
                citizen,
                relation,
                SelfQuestions.asked(fields, field -> CitizenFields.answers(operation, field)));
        exchange.answer(SelfQuestions.caller(caller, relation), query, request, response);
    }
}
