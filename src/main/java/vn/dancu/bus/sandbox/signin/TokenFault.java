package vn.dancu.bus.sandbox.signin;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What goes wrong with tokens when it is asked for. */
enum TokenFault {
    /** The token was issued two hours ago and has expired. */
    EXPIRED,
    /** The clock of the issuer is ten minutes fast. */
    FUTURE,
    /** The token is for another client. */
    OTHER_AUDIENCE,
    /** The token answers another sign-in. */
    OTHER_NONCE,
    /** The keys cannot be read. */
    KEYS_AWAY;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<TokenFault> of(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst();
    }
}
