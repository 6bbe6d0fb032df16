package vn.dancu.bus.sandbox.citizen;

import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Somebody who is signed in at the portal page; kept in the memory of the server.
 *
 * @param issuer where the account is: {@code portal} or {@code eid}
 * @param token the ID token of the sign-in
 * @param nonce that was given to the sign-in
 * @param name as the account has it
 */
record CitizenSession(String issuer, String token, String nonce, String name) implements AuthenticatedPrincipal {

    @Override
    public String getName() {
        return issuer;
    }

    @Override
    public String toString() {
        return "CitizenSession[" + issuer + "]";
    }
}
