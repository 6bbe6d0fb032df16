package vn.dancu.bus.gateway.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.gateway.CallerHeaders;
import vn.dancu.bus.gateway.Door;
import vn.dancu.bus.gateway.RequestSize;
import vn.dancu.bus.gateway.entry.EntryNotes;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.partner.Partner;

/** The population services over REST. Ids travel in the body, never in a path. */
@RestController
@RequestMapping("/api/v1")
class PopulationController {

    private final QuestionExchange exchange;
    private final PopulationJson json;
    private final Clock clock;

    PopulationController(QuestionExchange exchange, MessageContext messages, Clock clock) {
        this.exchange = exchange;
        this.json = messages.populationJson();
        this.clock = clock;
    }

    @PostMapping("/citizens/lookup")
    void lookUp(HttpServletRequest request, HttpServletResponse response, Authentication asker) throws IOException {
        answer(PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN, request, response, asker);
    }

    @PostMapping("/citizens/verify")
    void verify(HttpServletRequest request, HttpServletResponse response, Authentication asker) throws IOException {
        answer(PopulationOperation.XAC_THUC_THONG_TIN_CONG_DAN, request, response, asker);
    }

    @PostMapping("/households/lookup")
    void household(HttpServletRequest request, HttpServletResponse response, Authentication asker) throws IOException {
        answer(PopulationOperation.CUNG_CAP_THONG_TIN_HO_GIA_DINH, request, response, asker);
    }

    private void answer(
            PopulationOperation operation,
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication asker)
            throws IOException {
        Instant receivedAt = EntryNotes.takenAt(request, clock);
        StrictJsonBody.requireJson(request.getContentType());
        CitizenQuery query = json.readQuery(operation, request.getInputStream());
        Partner partner = (Partner) Objects.requireNonNull(asker.getDetails());
        EntryNotes.proved(request, partner.id());
        InquiryOrigin origin = new InquiryOrigin(
                Door.REST.code(),
                partner.id(),
                null,
                null,
                receivedAt,
                RequestSize.of(request),
                null,
                CallerHeaders.of(request));
        exchange.answer(new Caller(partner, origin), query, request, response);
    }
}
