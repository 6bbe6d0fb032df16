package vn.dancu.bus.trust.message;

import java.util.Map;
import java.util.Set;

/** The algorithms that count. Nothing keyed by a shared secret is among them, so that no public key can be taken for one. */
final class Algorithms {

    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String SHA1 = Names.DSIG + "sha1";

    static final String RSA_SHA256 = MORE + "rsa-sha256";
    static final String ECDSA_SHA256 = MORE + "ecdsa-sha256";
    static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    private static final String RSA_SHA1 = Names.DSIG + "rsa-sha1";

    private static final Set<String> METHODS = Set.of(
            RSA_SHA256,
            MORE + "rsa-sha384",
            MORE + "rsa-sha512",
            "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1",
            ECDSA_SHA256,
            MORE + "ecdsa-sha384",
            MORE + "ecdsa-sha512");

    private static final Map<String, String> DIGESTS =
            Map.of(SHA256, "SHA-256", MORE + "sha384", "SHA-384", "http://www.w3.org/2001/04/xmlenc#sha512", "SHA-512");

    static boolean isMethod(String uri, boolean takesSha1) {
        return METHODS.contains(uri) || takesSha1 && RSA_SHA1.equals(uri);
    }

    static boolean isDigest(String uri, boolean takesSha1) {
        return DIGESTS.containsKey(uri) || takesSha1 && SHA1.equals(uri);
    }

    /** The JDK's word for a digest that counts. */
    static String digest(String uri) {
        return DIGESTS.getOrDefault(uri, "SHA-1");
    }

    private Algorithms() {}
}
