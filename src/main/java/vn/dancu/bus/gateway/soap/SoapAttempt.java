package vn.dancu.bus.gateway.soap;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.gateway.CallerHeaders;
import vn.dancu.bus.gateway.Door;
import vn.dancu.bus.gateway.RequestSize;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/** The state of one message at the SOAP door, kept in the CXF exchange. */
final class SoapAttempt {

    private final Instant receivedAt;
    private @Nullable PartnerId claimed;
    private @Nullable SignedIn signedIn;
    private @Nullable String requestId;

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

    void asks(String id) {
        requestId = id;
    }

    SignedIn signedIn() {
        if (signedIn == null) {
            throw BusException.of(ErrorCode.CREDENTIALS_MISSING);
        }
        return signedIn;
    }

    /** The contact as it stands. */
    InquiryOrigin contact(HttpServletRequest request, byte @Nullable [] onceKey) {
        PartnerId partner = signedIn == null ? null : signedIn.partner().id();
        return new InquiryOrigin(
                Door.SOAP.code(),
                partner,
                claimed,
                requestId,
                receivedAt,
                RequestSize.of(request),
                onceKey,
                CallerHeaders.of(request));
    }
}
