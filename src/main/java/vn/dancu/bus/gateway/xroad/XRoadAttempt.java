package vn.dancu.bus.gateway.xroad;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.gateway.CallerHeaders;
import vn.dancu.bus.gateway.Door;
import vn.dancu.bus.gateway.RequestSize;
import vn.dancu.bus.gateway.entry.EntryNotes;
import vn.dancu.bus.gateway.xroad.provider.SoapAnswer;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.inquiry.InquiryReply;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.xroad.XRoadMessage;
import vn.dancu.bus.partner.Partner;

/** The state of one message at the SOAP door of X-Road. */
final class XRoadAttempt {

    private final HttpServletRequest request;
    private final Instant receivedAt;
    private byte[] message = new byte[0];
    private @Nullable XRoadMessage envelope;
    private @Nullable Partner partner;
    private @Nullable CitizenQuery query;
    private InquiryReply.@Nullable Answered answered;
    private @Nullable SoapAnswer answer;

    private boolean isMetaservice;

    XRoadAttempt(HttpServletRequest request, Instant receivedAt) {
        this.request = request;
        this.receivedAt = receivedAt;
    }

    HttpServletRequest request() {
        return request;
    }

    void brings(byte[] soap, XRoadMessage read) {
        message = soap;
        envelope = read;
    }

    byte[] message() {
        return message;
    }

    XRoadMessage envelope() {
        return Objects.requireNonNull(envelope, "The header is read first");
    }

    void isOf(Partner asker) {
        partner = asker;
    }

    Partner partner() {
        return Objects.requireNonNull(partner, "The client is identified first");
    }

    void asksAboutNobody() {
        isMetaservice = true;
        EntryNotes.noQuestion(request);
    }

    /** False as long as the header was not read. */
    boolean isMetaservice() {
        return isMetaservice;
    }

    void asks(CitizenQuery question) {
        query = question;
    }

    @Nullable
    CitizenQuery query() {
        return query;
    }

    void isAnswered(InquiryReply.@Nullable Answered reply, SoapAnswer written) {
        answered = reply;
        answer = written;
    }

    /** Null for a metaservice, which answers nothing about anybody. */
    InquiryReply.@Nullable Answered answered() {
        return answered;
    }

    SoapAnswer answer() {
        return Objects.requireNonNull(answer, "The route ends with an answer or a failure");
    }

    Caller caller() {
        return new Caller(partner(), contact());
    }

    /** The contact as it stands. */
    InquiryOrigin contact() {
        XRoadMessage read = envelope;
        return new InquiryOrigin(
                Door.XROAD.code(),
                partner == null ? null : partner.id(),
                null,
                read == null ? null : read.header().id(),
                receivedAt,
                RequestSize.of(request),
                null,
                new InquiryOrigin.Traits(
                        read == null ? null : CallerHeaders.taken(read.header().issue()),
                        read == null ? null : CallerHeaders.taken(read.representedParty()),
                        null,
                        null,
                        request.getRemoteAddr(),
                        request.getHeader(CallerHeaders.TRACEPARENT)));
    }
}
