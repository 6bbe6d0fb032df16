package vn.dancu.bus.citizen;

import org.jspecify.annotations.Nullable;

/**
 * By what somebody proved to be a person of the register.
 *
 * @param kind what was shown
 * @param issuer who vouches for it: the name of the token's issuer in the settings, or the name of the operator of mobile telephony
 * @param level the level of assurance that the issuer states, as it states it; null where it states none
 */
public record Proof(Kind kind, String issuer, @Nullable String level) {

    /** What can be shown. */
    public enum Kind {
        /** An account of the National Public Service Portal. */
        PORTAL_ACCOUNT,
        /** An account of electronic identity (VNeID). */
        EID_ACCOUNT,
        /** The subscriber number that is recorded of the person, and a code that was sent to it. */
        SUBSCRIBER
    }
}
