package vn.dancu.bus.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key of a file that signs texts as JWS (RFC 7515): ES256 with EC P-256, RS256 with RSA. It needs no SSL bundle and no library, so
 * that the command has it too.
 */
public final class JwsSigner {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int MIN_RSA_BITS = 2048;
    private static final int P256_BITS = 256;

    private final PrivateKey key;
    private final String name;

    /**
     * @param pem the private key, PKCS#8
     * @param name of the key, by which its verifiers know it
     * @throws IllegalArgumentException when the key cannot be used, or the name has another form
     */
    public JwsSigner(String pem, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The name of a key: 2 to 40 small letters, digits and hyphens");
        }
        this.key = privateKey(pem);
        this.name = name;
    }

    /**
     * The private key of a text in PKCS#8 PEM.
     *
     * @throws IllegalArgumentException when there is none, or it is neither EC P-256 nor RSA of 2048 bits and more
     */
    public static PrivateKey privateKey(String pem) {
        Matcher found = PEM.matcher(pem);
        if (!found.find()) {
            throw new IllegalArgumentException("A private key in PKCS#8 PEM");
        }
        return key(Base64.getMimeDecoder().decode(found.group(1)));
    }

    private static PrivateKey key(byte[] encoded) {
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(encoded);
        for (String algorithm : new String[] {"EC", "RSA"}) {
            try {
                PrivateKey key = KeyFactory.getInstance(algorithm).generatePrivate(spec);
                if (isStrong(key)) {
                    return key;
                }
            } catch (InvalidKeySpecException e) {
                // of the other kind, or of none
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every JDK has EC and RSA", e);
            }
        }
        throw new IllegalArgumentException("EC P-256, or RSA of 2048 bits and more");
    }

    private static boolean isStrong(PrivateKey key) {
        return key instanceof ECPrivateKey ec
                ? ec.getParams().getCurve().getField().getFieldSize() == P256_BITS
                : key instanceof RSAPrivateKey rsa && rsa.getModulus().bitLength() >= MIN_RSA_BITS;
    }

    /** The protected header of the signature and the signature of that text, in Base64 as JWS writes it. */
    public Signed sign(String payload) {
        boolean isEc = key instanceof ECPrivateKey;
        String header = encoded("{\"alg\":\"" + (isEc ? "ES256" : "RS256") + "\",\"kid\":\"" + name + "\"}");
        try {
            Signature signature = Signature.getInstance(isEc ? "SHA256withECDSAinP1363Format" : "SHA256withRSA");
            signature.initSign(key);
            signature.update((header + "." + encoded(payload)).getBytes(StandardCharsets.US_ASCII));
            return new Signed(header, encoded(payload), BASE64.encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK signs with EC and RSA", e);
        }
    }

    /**
     * A text that is signed, each part in Base64 as JWS writes it.
     *
     * @param header the protected header
     * @param payload the text
     * @param signature over both
     */
    public record Signed(String header, String payload, String signature) {

        /** All of it in one line (§7.1). */
        public String compact() {
            return header + "." + payload + "." + signature;
        }

        /** Without the text, which the reader has (appendix F). */
        public String detached() {
            return header + ".." + signature;
        }
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
