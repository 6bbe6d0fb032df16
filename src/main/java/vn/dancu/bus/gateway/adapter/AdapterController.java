package vn.dancu.bus.gateway.adapter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import vn.dancu.bus.inquiry.AnswerEncoder;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.inquiry.UndeliveredAnswer;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.partner.Partner;

/**
 * Sign-in and calls in the form of the REST adapter of VDXP. What came of a call stands in its answer, under status 200: that
 * is where its clients look, and many of them read no body under another one.
 */
@RestController
@RequestMapping({"/XrdAdapter/RestService/forward/mapi", "/VXPAdapter/RestService/forward/mapi"})
class AdapterController {

    private final CallDestination destination;
    private final SessionSignIn signIn;
    private final CallReader reader;
    private final CallAnswer answers;
    private final Inquiries inquiries;
    private final PopulationJson json;
    private final WebRefusals refusals;
    private final Clock clock;

    AdapterController(
            CallDestination destination,
            SessionSignIn signIn,
            CallReader reader,
            CallAnswer answers,
            Inquiries inquiries,
            MessageContext messages,
            WebRefusals refusals,
            Clock clock) {
        this.destination = destination;
        this.signIn = signIn;
        this.reader = reader;
        this.answers = answers;
        this.inquiries = inquiries;
        this.json = messages.populationJson();
        this.refusals = refusals;
        this.clock = clock;
    }

    /** One entry of a call that was dealt with. */
    private record Asked(CallAnswer.Entry entry, Caller caller, @Nullable CitizenQuery query) {

        boolean isAnswered() {
            return entry.reply() instanceof InquiryReply.Answered;
        }
    }

    @PostMapping("/login")
    void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
        destination.require(request);
        LoginRequest login = StrictJsonBody.OF_PARTNERS.read(request, LoginRequest.class);
        try {
            write(response, answers.session(signIn.open(login.username(), login.password(), request)));
        } catch (UnprovedCaller e) {
            refuse(request, response, e);
        }
    }

    @PostMapping("/g")
    void call(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Instant receivedAt = EntryNotes.takenAt(request, clock);
        destination.require(request);
        CallRequest call = StrictJsonBody.OF_PARTNERS.read(request, CallRequest.class);
        try {
            Partner partner = signIn.partner(call.session(), request);
            EntryNotes.proved(request, partner.id());
            answer(call, partner, request, response, receivedAt);
        } catch (UnprovedCaller e) {
            refuse(request, response, e);
        }
    }

    private void answer(
            CallRequest call,
            Partner partner,
            HttpServletRequest request,
            HttpServletResponse response,
            Instant receivedAt)
            throws IOException {
        List<CallQuestion> questions;
        try {
            questions = reader.questions(call, CallerHeaders.userId(request));
        } catch (BusException e) {
            refusals.record(request, e.refusal(), partner.id(), null);
            write(response, answers.refusal(e.refusal()));
            return;
        }
        List<Asked> asked = new ArrayList<>();
        for (CallQuestion question : questions) {
            asked.add(ask(question, new Caller(partner, origin(question, partner, request, receivedAt))));
        }
        if (asked.stream().noneMatch(Asked::isAnswered)) {
            EntryNotes.refused(request);
        }
        try {
            write(response, answers.of(asked.stream().map(Asked::entry).toList()));
        } catch (IOException | RuntimeException e) {
            refusals.write(request, response, undelivered(asked));
        }
    }

    private Asked ask(CallQuestion question, Caller caller) {
        @Nullable CitizenQuery query;
        try {
            query = question.read(json);
        } catch (BusException e) {
            InquiryReply refused = new InquiryReply.Refused(inquiries.refuse(caller.origin(), e.refusal()));
            return new Asked(new CallAnswer.Entry(question.file(), refused), caller, null);
        }
        @Nullable
        InquiryReply reply = query == null ? null : inquiries.ask(caller, query, AnswerEncoder.of(json::write));
        return new Asked(new CallAnswer.Entry(question.file(), reply), caller, query);
    }

    /** Records of each answer that it did not leave. */
    private Refusal undelivered(List<Asked> asked) {
        Refusal last = Refusal.of(ErrorCode.ANSWER_CUT);
        for (Asked one : asked) {
            CitizenQuery query = one.query();
            if (query != null && one.entry().reply() instanceof InquiryReply.Answered answered) {
                Refusal cut = WebRefusals.cut(answered.event().toString());
                last = inquiries.refuse(one.caller(), new UndeliveredAnswer(cut, query));
            }
        }
        return last;
    }

    /** A dossier is the case that its question is asked for, unless the call's header names another one. */
    private static InquiryOrigin origin(
            CallQuestion question, Partner partner, HttpServletRequest request, Instant receivedAt) {
        InquiryOrigin.Traits said = CallerHeaders.of(request);
        String issue = said.issue() != null ? said.issue() : CallerHeaders.taken(question.file());
        return new InquiryOrigin(
                Door.ADAPTER.code(),
                partner.id(),
                null,
                null,
                receivedAt,
                RequestSize.of(request),
                null,
                new InquiryOrigin.Traits(
                        issue,
                        said.representedParty(),
                        said.method(),
                        said.path(),
                        said.clientAddress(),
                        said.traceparent()));
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, UnprovedCaller unproved)
            throws IOException {
        refusals.record(request, unproved.refusal(), unproved.partner(), unproved.claimed());
        write(response, answers.refusal(unproved.refusal()));
    }

    /** The bytes are sent here and not when the request ends, where nobody would hear that they could not be. */
    private static void write(HttpServletResponse response, byte[] body) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(JsonAnswer.JSON.toString());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
