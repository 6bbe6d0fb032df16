package vn.dancu.bus.citizen.account;

import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** Why a token is not taken: a claim, or a part of its header, and the rule that it breaks. */
final class TokenFlaw {

    /** The header in which a token comes. */
    static final String TOKEN = "DanCu-Citizen-Token";

    static BusException invalid(String claim, String rule) {
        return BusException.of(ErrorCode.CITIZEN_TOKEN_INVALID, claim, rule);
    }

    static BusException expired(String claim, String rule) {
        return BusException.of(ErrorCode.CITIZEN_TOKEN_EXPIRED, claim, rule);
    }

    static BusException malformed() {
        return invalid(TOKEN, "a signed JWT (RFC 7519) of at most " + AccountVerifier.MAX_TOKEN + " characters");
    }

    private TokenFlaw() {}
}
