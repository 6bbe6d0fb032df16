package vn.dancu.bus.enrichment.manifest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
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
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import vn.dancu.bus.enrichment.file.FileFault;
import vn.dancu.bus.enrichment.file.FileFaultException;
import vn.dancu.bus.expiry.ExpiringItem;
import vn.dancu.bus.kernel.PartnerId;

/** The public keys by which authorities sign their manifests. An authority that has a key must sign. */
final class ManifestKeys {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256, JWSAlgorithm.PS256);
    private static final int MIN_RSA_BITS = 2048;

    private final Map<PartnerId, JWK> keys = new HashMap<>();

    /** @throws IllegalArgumentException when a file is no public key, EC P-256 or RSA of 2048 bits and more, or certificate in PEM */
    ManifestKeys(Map<String, Resource> files) {
        files.forEach((partner, file) -> keys.put(new PartnerId(partner), read(partner, file)));
    }

    private static JWK read(String partner, Resource file) {
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
            throw new IllegalArgumentException("dancu.enrichment.keys." + partner + " is no public key in PEM", e);
        }
        throw new IllegalArgumentException(
                "dancu.enrichment.keys." + partner + " must be a public key, EC P-256 or RSA of 2048 bits and more");
    }

    /** A key of the settings as something that is trusted; one that lies there as a certificate has an end. */
    static ExpiringItem item(String partner, Resource file) {
        String use = "dancu.enrichment.keys." + partner;
        try {
            X509Certificate certificate = X509CertUtils.parse(file.getContentAsString(StandardCharsets.US_ASCII));
            return certificate == null
                    ? new ExpiringItem("trust/" + use, ExpiringItem.Kind.TRUST, null, use, null, null, null, null)
                    : ExpiringItem.of(ExpiringItem.Kind.TRUST, use, certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The payload of a signed text, whoever signed it. */
    static String payload(String jws) {
        try {
            return JWSObject.parse(jws).getPayload().toString();
        } catch (ParseException e) {
            throw new FileFaultException(FileFault.MANIFEST_INVALID, 0, "");
        }
    }

    /** @param jws null where the manifest is not signed */
    void require(PartnerId authority, @Nullable String jws) {
        JWK key = keys.get(authority);
        if (key == null && jws == null) {
            return;
        }
        if (key == null || jws == null || !isSigned(jws, key)) {
            throw new FileFaultException(FileFault.SIGNATURE_INVALID, 0, "");
        }
    }

    private static boolean isSigned(String jws, JWK key) {
        try {
            JWSObject signed = JWSObject.parse(jws);
            JWSAlgorithm algorithm = signed.getHeader().getAlgorithm();
            boolean isEc = JWSAlgorithm.Family.EC.contains(algorithm);
            if (!ALGORITHMS.contains(algorithm) || isEc != key instanceof ECKey) {
                return false;
            }
            JWSVerifier verifier = isEc ? new ECDSAVerifier(key.toECKey()) : new RSASSAVerifier(key.toRSAKey());
            return signed.verify(verifier);
        } catch (ParseException | JOSEException e) {
            return false;
        }
    }
}
