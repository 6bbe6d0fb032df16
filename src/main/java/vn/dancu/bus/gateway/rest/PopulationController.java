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
import vn.dancu.bus.gateway.WebRefusals;
import vn.dancu.bus.gateway.entry.EntryNotes;
import vn.dancu.bus.http.JsonAnswer;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.inquiry.UndeliveredAnswer;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.partner.Partner;

/** The population services over REST. Ids travel in the body, never in a path. */
@RestController
@RequestMapping("/api/v1")
class PopulationController {

    private final Inquiries inquiries;
    private final PopulationJson json;
    private final WebRefusals refusals;
    private final Clock clock;

    PopulationController(Inquiries inquiries, MessageContext messages, WebRefusals refusals, Clock clock) {
        this.inquiries = inquiries;
        this.json = messages.populationJson();
        this.refusals = refusals;
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
        Caller caller = new Caller(partner, origin);
        InquiryReply reply = inquiries.ask(caller, query, json::write);
        if (reply instanceof InquiryReply.Refused refused) {
            refusals.write(request, response, refused.refusal());
            return;
        }
        try {
            write((InquiryReply.Answered) reply, response);
        } catch (IOException | RuntimeException e) {
            Refusal cut = inquiries.refuse(caller, new UndeliveredAnswer(WebRefusals.cut(response), query));
            refusals.write(request, response, cut);
        }
    }

    /** The bytes are sent here and not when the request ends, where nobody would hear that they could not be. */
    private static void write(InquiryReply.Answered answered, HttpServletResponse response) throws IOException {
        response.setHeader("DanCu-Result-Status", answered.status().code());
        response.setHeader("DanCu-Event-Id", answered.event().toString());
        response.setContentType(JsonAnswer.JSON.toString());
        response.setContentLength(answered.body().length);
        response.getOutputStream().write(answered.body());
        response.flushBuffer();
    }
}
