package vn.dancu.bus.partner.credential;

/**
 * A credential that was just issued, with its secret, which is never shown again.
 *
 * @param secret in clear: 43 characters of base64url, 256 bits of chance
 */
public record IssuedSecret(Credential credential, String secret) {

    @Override
    public String toString() {
        return "IssuedSecret[" + credential.id() + ", secret masked]";
    }
}
