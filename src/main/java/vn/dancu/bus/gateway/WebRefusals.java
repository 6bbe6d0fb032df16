package vn.dancu.bus.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.gateway.entry.EntryNotes;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;

/** Refuses an HTTP request: the refusal is recorded where it concerns a service, and written in the door's form. */
public final class WebRefusals {

    private static final String EVENT = "DanCu-Event-Id";

    private final Inquiries inquiries;
    private final RefusalWriter writer;
    private final Clock clock;

    WebRefusals(Inquiries inquiries, RefusalWriter writer, Clock clock) {
        this.inquiries = inquiries;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * @param partner who proved to be asking, if anybody
     * @param claimed who was claimed and not proved, if anybody
     */
    public void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            Refusal refusal,
            @Nullable PartnerId partner,
            @Nullable PartnerId claimed) {
        record(request, refusal, partner, claimed);
        writer.write(request, response, refusal);
    }

    /** Writes without a record: for paths at which nothing about a person can be asked. */
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) {
        writer.write(request, response, refusal);
    }

    /** Why an answer did not leave whole; the rule names the event under which it was recorded. */
    public static Refusal cut(HttpServletResponse answer) {
        return cut(String.valueOf(answer.getHeader(EVENT)));
    }

    /** The same where the answer of that event was one of several. */
    public static Refusal cut(String event) {
        return Refusal.of(ErrorCode.ANSWER_CUT, EVENT, "the answer of event " + event + " was cut");
    }

    /** Records a refusal that is written elsewhere. */
    public void record(
            HttpServletRequest request, Refusal refusal, @Nullable PartnerId partner, @Nullable PartnerId claimed) {
        Door door = Door.of(request);
        EntryNotes.refused(request);
        if (partner != null) {
            EntryNotes.proved(request, partner);
        }
        if (door.isRest() || Door.takesMessage(request)) {
            InquiryOrigin contact = new InquiryOrigin(
                    door.code(),
                    partner,
                    claimed,
                    null,
                    EntryNotes.takenAt(request, clock),
                    RequestSize.of(request),
                    null,
                    CallerHeaders.of(request));
            inquiries.refuse(contact, refusal);
        }
    }
}
