package vn.dancu.bus.citizen.account;

import vn.dancu.bus.kernel.PartnerId;

/**
 * A citizen's token as a partner shows it.
 *
 * @param token the ID token, compact (RFC 7519)
 * @param nonce which the partner gave to the sign-in
 * @param partner who shows it
 */
public record ShownToken(String token, String nonce, PartnerId partner) {

    @Override
    public String toString() {
        return "ShownToken[masked]";
    }
}
