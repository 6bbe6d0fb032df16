package vn.dancu.bus.shelf.bundle;

import vn.dancu.bus.signing.JwsSigner;

/** Signs the digest of a bundle as a detached JWS (RFC 7515, appendix F). */
public final class BundleSigner {

    private final JwsSigner signer;

    /**
     * @param pem the private key, PKCS#8
     * @param name of the key, as {@code dancu.routes.keys} has it
     * @throws IllegalArgumentException when the key cannot be used, or the name has another form
     */
    public BundleSigner(String pem, String name) {
        this.signer = new JwsSigner(pem, name);
    }

    /** The signature of that content, for {@code bundle.jws}. */
    public String sign(BundleContent content) {
        return signer.sign(content.digest()).detached();
    }
}
