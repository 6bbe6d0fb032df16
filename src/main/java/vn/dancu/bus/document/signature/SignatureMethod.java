package vn.dancu.bus.document.signature;

import java.util.Arrays;
import java.util.List;
import org.apache.xml.security.algorithms.MessageDigestAlgorithm;
import org.apache.xml.security.signature.XMLSignature;
import vn.dancu.bus.signing.SigningKey;

/** The signature algorithms that can be accepted; nothing keyed by a shared secret is among them. */
enum SignatureMethod {
    RSA_SHA256("rsa-sha256", XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256),
    RSA_SHA384("rsa-sha384", XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA384),
    RSA_SHA512("rsa-sha512", XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA512),
    RSA_PSS_SHA256("rsa-pss-sha256", XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256_MGF1),
    ECDSA_SHA256("ecdsa-sha256", XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA256),
    ECDSA_SHA384("ecdsa-sha384", XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA384),
    ECDSA_SHA512("ecdsa-sha512", XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA512),
    /** Published samples use it; only for partners that are named. */
    RSA_SHA1("rsa-sha1", XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA1);

    private static final List<String> STRONG_DIGESTS = List.of(
            MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA256,
            MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA384,
            MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA512);

    private final String name;
    private final String uri;

    SignatureMethod(String name, String uri) {
        this.name = name;
        this.uri = uri;
    }

    /** The algorithm by which that key signs. */
    static SignatureMethod of(SigningKey key) {
        return key.isElliptic() ? ECDSA_SHA256 : RSA_SHA256;
    }

    String uri() {
        return uri;
    }

    /** Whether the digest of a reference may go with it. */
    boolean accepts(String digestUri) {
        return STRONG_DIGESTS.contains(digestUri)
                || (this == RSA_SHA1 && MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA1.equals(digestUri));
    }

    /**
     * The algorithm of that name in the settings.
     *
     * @throws IllegalArgumentException where there is none
     */
    static SignatureMethod named(String name) {
        return Arrays.stream(values())
                .filter(method -> method.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("dancu.document.signature: methods are "
                        + Arrays.stream(values()).map(method -> method.name).toList()));
    }
}
