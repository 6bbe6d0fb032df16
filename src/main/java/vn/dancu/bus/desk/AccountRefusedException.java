package vn.dancu.bus.desk;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import vn.dancu.bus.kernel.ErrorCode;

/** The sign-in of a person was refused, with the code of the reason. */
public final class AccountRefusedException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    public AccountRefusedException(ErrorCode code, @Nullable Throwable cause) {
        super(code.code(), cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
