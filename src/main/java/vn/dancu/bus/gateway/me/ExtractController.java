package vn.dancu.bus.gateway.me;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.citizen.extract.ExtractNumber;
import vn.dancu.bus.citizen.extract.ExtractOrder;
import vn.dancu.bus.citizen.extract.Extracts;
import vn.dancu.bus.citizen.relation.RelatedPersons;
import vn.dancu.bus.citizen.relation.Relation;
import vn.dancu.bus.gateway.rest.QuestionExchange;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.kernel.FieldPath;
import vn.dancu.bus.message.population.CitizenFields;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationOperation;

/** The record as a signed PDF, of the citizen or of a person related. Each call makes a document with a number of its own. */
@RestController
@RequestMapping("/api/v1/me")
class ExtractController {

    private final QuestionExchange exchange;
    private final RelatedPersons related;
    private final Extracts extracts;

    ExtractController(QuestionExchange exchange, RelatedPersons related, Extracts extracts) {
        this.exchange = exchange;
        this.related = related;
        this.extracts = extracts;
    }

    @PostMapping("/extract")
    void own(VerifiedCitizen citizen, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        extract(citizen, null, SelfQuestions.fields(request), caller, request, response);
    }

    @PostMapping("/related-persons/extract")
    void related(VerifiedCitizen citizen, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        RelatedPersonRequest asked = StrictJsonBody.OF_PARTNERS.read(request, RelatedPersonRequest.class);
        Relation relation = related.find(citizen, SelfQuestions.number(asked.soDinhDanh()), SelfQuestions.NUMBER);
        extract(citizen, relation, asked.truong(), caller, request, response);
    }

    private void extract(
            VerifiedCitizen citizen,
            @Nullable Relation relation,
            @Nullable List<String> fields,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        ExtractNumber number = extracts.number();
        // Its words are those of the law on the register's own fields; a group of another authority has none there.
        Set<FieldPath> asked = SelfQuestions.asked(fields, CitizenFields.OF_CITIZEN::contains);
        CitizenQuery query = SelfQuestions.of(
                PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN,
                number.id(),
                citizen,
                relation,
                asked.isEmpty() ? CitizenFields.OF_CITIZEN : asked);
        String channel = Objects.requireNonNull(caller.partner()).name();
        ExtractOrder order = new ExtractOrder(number, citizen, relation, channel, query.asked());
        exchange.answer(
                SelfQuestions.caller(caller, relation),
                query,
                new QuestionExchange.Form(
                        (answer, released) -> extracts.write(order, answer, released),
                        MediaType.APPLICATION_PDF,
                        disposition(number)),
                request,
                response);
    }

    private static String disposition(ExtractNumber number) {
        return ContentDisposition.attachment()
                .filename("thong-bao-" + number.id().toLowerCase(Locale.ROOT) + ".pdf")
                .build()
                .toString();
    }
}
