package vn.dancu.bus.gateway.soap;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.inquiry.Contact;
import vn.dancu.bus.kernel.PartnerId;

/** What is known so far of one message at the SOAP door; lives in the CXF exchange. */
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

    Contact contact(long bytesIn, byte @Nullable [] onceKey) {
        PartnerId partner = signedIn == null ? null : signedIn.partner();
        return new Contact(DOOR, partner, claimed, null, receivedAt, bytesIn, onceKey);
    }
}
