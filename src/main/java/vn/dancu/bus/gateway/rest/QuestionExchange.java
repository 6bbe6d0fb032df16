package vn.dancu.bus.gateway.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import vn.dancu.bus.gateway.WebRefusals;
import vn.dancu.bus.http.JsonAnswer;
import vn.dancu.bus.inquiry.AnswerEncoder;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.inquiry.UndeliveredAnswer;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;

/** Asks one question and writes its answer as JSON or in a form of its own, or its refusal as a problem; an answer that cannot leave is recorded as cut. */
public final class QuestionExchange {

    private final Inquiries inquiries;
    private final PopulationJson json;
    private final WebRefusals refusals;

    QuestionExchange(Inquiries inquiries, PopulationJson json, WebRefusals refusals) {
        this.inquiries = inquiries;
        this.json = json;
        this.refusals = refusals;
    }

    /**
     * In what form an answer leaves.
     *
     * @param disposition how a file is to be kept (RFC 6266); null for what is no file
     */
    public record Form(AnswerEncoder encoder, MediaType type, @Nullable String disposition) {}

    public void answer(Caller caller, CitizenQuery query, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(caller, query, new Form(AnswerEncoder.of(json::write), JsonAnswer.JSON, null), request, response);
    }

    public void answer(
            Caller caller, CitizenQuery query, Form form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        InquiryReply reply = inquiries.ask(caller, query, form.encoder());
        if (reply instanceof InquiryReply.Refused refused) {
            refusals.write(request, response, refused.refusal());
            return;
        }
        try {
            write((InquiryReply.Answered) reply, form, response);
        } catch (IOException | RuntimeException e) {
            Refusal cut = inquiries.refuse(caller, new UndeliveredAnswer(WebRefusals.cut(response), query));
            refusals.write(request, response, cut);
        }
    }

    /** The bytes are sent here and not when the request ends, where nobody would hear that they could not be. */
    private static void write(InquiryReply.Answered answered, Form form, HttpServletResponse response)
            throws IOException {
        response.setHeader("DanCu-Result-Status", answered.status().code());
        response.setHeader("DanCu-Event-Id", answered.event().toString());
        response.setContentType(form.type().toString());
        if (form.disposition() != null) {
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, form.disposition());
        }
        response.setContentLength(answered.body().length);
        response.getOutputStream().write(answered.body());
        response.flushBuffer();
    }
}
