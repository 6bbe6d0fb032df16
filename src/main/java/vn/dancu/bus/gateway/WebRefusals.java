package vn.dancu.bus.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Refusal;

/** Refuses an HTTP request: the refusal is recorded where it concerns a service, and written in the door's form. */
public final class WebRefusals {

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
            @Nullable PartnerId claimed)
            throws IOException {
        record(request, refusal, partner, claimed);
        writer.write(request, response, refusal);
    }

    /** Writes without a record: for paths at which nothing about a person can be asked. */
    public void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        writer.write(request, response, refusal);
    }

    /** Records a refusal that is written elsewhere. */
    public void record(
            HttpServletRequest request, Refusal refusal, @Nullable PartnerId partner, @Nullable PartnerId claimed) {
        Door door = Door.of(request);
        if (door == Door.REST || door == Door.ADAPTER || Door.takesMessage(request)) {
            InquiryOrigin contact = new InquiryOrigin(
                    door.code(),
                    partner,
                    claimed,
                    null,
                    clock.instant(),
                    RequestSize.of(request),
                    null,
                    CallerHeaders.of(request));
            inquiries.refuse(contact, refusal);
        }
    }
}
