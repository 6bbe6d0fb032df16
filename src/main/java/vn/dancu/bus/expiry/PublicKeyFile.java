package vn.dancu.bus.expiry;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.X509CertUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Set;
import org.springframework.core.io.Resource;

/**
 * A public key by which somebody signs what comes to the bus, as a setting names it.
 *
 * @param setting full name of the setting, for messages and for the list of what ends
 * @param file public key or certificate in PEM: EC P-256, or RSA of 2048 bits and more
 */
public record PublicKeyFile(String setting, Resource file) {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256, JWSAlgorithm.PS256);
    private static final int MIN_RSA_BITS = 2048;

    /** @throws IllegalArgumentException when the file is no such key */
    public JWK key() {
        try {
            JWK key = JWK.parseFromPEMEncodedObjects(file.getContentAsString(StandardCharsets.US_ASCII));
            boolean isGood = !key.isPrivate()
                    && (key instanceof ECKey ec
                            ? ec.getCurve().getName().equals("P-256")
                            : key instanceof RSAKey && key.size() >= MIN_RSA_BITS);
            if (isGood) {
                return key;
            }
        } catch (IOException | JOSEException e) {
            throw new IllegalArgumentException(setting + " is no public key in PEM", e);
        }
        throw new IllegalArgumentException(setting + " must be a public key, EC P-256 or RSA of 2048 bits and more");
    }

    /** The key as something that is trusted; one that lies there as a certificate has an end. */
    public ExpiringItem item() {
        try {
            X509Certificate certificate = X509CertUtils.parse(file.getContentAsString(StandardCharsets.US_ASCII));
            return certificate == null
                    ? new ExpiringItem(
                            "trust/" + setting, ExpiringItem.Kind.TRUST, null, setting, null, null, null, null)
                    : ExpiringItem.of(ExpiringItem.Kind.TRUST, setting, certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether that key signed it, by ES256, RS256 or PS256. */
    public static boolean isSigned(JWSObject signed, JWK key) {
        JWSAlgorithm algorithm = signed.getHeader().getAlgorithm();
        boolean isEc = JWSAlgorithm.Family.EC.contains(algorithm);
        if (!ALGORITHMS.contains(algorithm) || isEc != key instanceof ECKey) {
            return false;
        }
        try {
            return signed.verify(isEc ? new ECDSAVerifier(key.toECKey()) : new RSASSAVerifier(key.toRSAKey()));
        } catch (JOSEException e) {
            return false;
        }
    }
}
