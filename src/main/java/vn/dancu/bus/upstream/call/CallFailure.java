package vn.dancu.bus.upstream.call;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.http.client.TlsFailure;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** A question to another service that brought no answer. */
public final class CallFailure extends BusException {

    private static final long serialVersionUID = 1L;

    private final boolean unasked;

    private CallFailure(ErrorCode code, boolean unasked, @Nullable Throwable cause) {
        super(code, cause);
        this.unasked = unasked;
    }

    /** The question may have been read. */
    public static CallFailure of(ErrorCode code, @Nullable Throwable cause) {
        return new CallFailure(code, false, cause);
    }

    /** Nothing of the question has left, or the other side has said that it did not take it: it may be asked again. */
    public static CallFailure unasked(ErrorCode code, @Nullable Throwable cause) {
        return new CallFailure(code, true, cause);
    }

    /** Where a certificate stood in the way of the connection: nothing was asked, and another try would show and see the same. */
    public static Optional<CallFailure> overCertificate(IOException failed) {
        return TlsFailure.of(failed).map(side -> switch (side) {
            case THEIRS_UNTRUSTED -> unasked(ErrorCode.UPSTREAM_CERTIFICATE_UNTRUSTED, failed);
            case OURS_REFUSED -> of(ErrorCode.UPSTREAM_CREDENTIALS_REFUSED, failed);
        });
    }

    /** Whether asking again asks nothing twice. */
    public boolean isUnasked() {
        return unasked;
    }
}
