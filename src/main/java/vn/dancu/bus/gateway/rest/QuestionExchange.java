package vn.dancu.bus.gateway.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.dancu.bus.gateway.WebRefusals;
import vn.dancu.bus.http.JsonAnswer;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.inquiry.UndeliveredAnswer;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;

/** Asks one question and writes its answer as JSON, or its refusal as a problem; an answer that cannot leave is recorded as cut. */
public final class QuestionExchange {

    private final Inquiries inquiries;
    private final PopulationJson json;
    private final WebRefusals refusals;

    QuestionExchange(Inquiries inquiries, PopulationJson json, WebRefusals refusals) {
        this.inquiries = inquiries;
        this.json = json;
        this.refusals = refusals;
    }

    public void answer(Caller caller, CitizenQuery query, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
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
