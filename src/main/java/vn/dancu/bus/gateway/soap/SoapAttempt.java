package vn.dancu.bus.gateway.soap;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.gateway.CallerHeaders;
import vn.dancu.bus.gateway.RequestSize;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.kernel.PartnerId;

/** The state of one message at the SOAP door, kept in the CXF exchange. */
final class SoapAttempt {

    static final String DOOR = "soap";

    private final Instant receivedAt;
    private @Nullable PartnerId claimed;
    private @Nullable SignedIn signedIn;

    SoapAttempt(Instant receivedAt) {
        this.receivedAt = receivedAt;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    void claims(PartnerId partner) {
        claimed = partner;
    }

    void signsIn(SignedIn proved) {
        signedIn = proved;
    }

    @Nullable
    SignedIn signedIn() {
        return signedIn;
    }

    /** The contact as it stands; the request is null where it is no longer known. */
    InquiryOrigin contact(@Nullable HttpServletRequest request, byte @Nullable [] onceKey) {
        PartnerId partner = signedIn == null ? null : signedIn.partner().id();
        long bytesIn = request == null ? 0 : RequestSize.of(request);
        InquiryOrigin.Traits traits = request == null ? InquiryOrigin.Traits.NONE : CallerHeaders.of(request);
        return new InquiryOrigin(DOOR, partner, claimed, null, receivedAt, bytesIn, onceKey, traits);
    }
}
