package vn.dancu.bus.desk;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import vn.dancu.bus.kernel.ErrorCode;

/** A sign-in that was refused, with the code that tells why. */
final class RefusedSignIn extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    RefusedSignIn(ErrorCode code, @Nullable Throwable cause) {
        super(code.code(), cause);
        this.code = code;
    }

    ErrorCode code() {
        return code;
    }
}
