package vn.dancu.bus.shelf.deploy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.Payload;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import vn.dancu.bus.expiry.ExpiringItem;
import vn.dancu.bus.shelf.RouteSettings;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.BundleManifest;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteRule;

/** Who signed a bundle, by a detached JWS over its digest (RFC 7515, appendix F). */
final class SignatureCheck {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256, JWSAlgorithm.PS256);
    private static final int MIN_RSA_BITS = 2048;

    private final boolean unsignedMayRun;
    private final Map<String, TrustedKey> keys = new HashMap<>();

    private record TrustedKey(JWK key, List<String> zones) {}

    /**
     * @param signer name of the key; null when it is unsigned
     * @param findings what is wrong with the signature
     */
    record Outcome(@Nullable String signer, List<RouteFinding> findings) {}

    SignatureCheck(RouteSettings settings) {
        this.unsignedMayRun = settings.unsigned();
        settings.keys().forEach((name, key) -> {
            Resource file = key.file();
            if (file == null) {
                throw new IllegalArgumentException("dancu.routes.keys." + name + ".file is missing");
            }
            keys.put(name, new TrustedKey(read(name, file), List.copyOf(key.zones())));
        });
    }

    private static JWK read(String name, Resource file) {
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
            throw new IllegalArgumentException("dancu.routes.keys." + name + ".file is no public key in PEM", e);
        }
        throw new IllegalArgumentException(
                "dancu.routes.keys." + name + ".file must be a public key, EC P-256 or RSA of 2048 bits and more");
    }

    /** A key of the settings as something that is trusted; one that lies there as a certificate has an end. */
    static ExpiringItem item(String name, Resource file) {
        String use = "dancu.routes.keys." + name;
        try {
            X509Certificate certificate = X509CertUtils.parse(file.getContentAsString(StandardCharsets.US_ASCII));
            return certificate == null
                    ? new ExpiringItem("trust/" + use, ExpiringItem.Kind.TRUST, null, use, null, null, null, null)
                    : ExpiringItem.of(ExpiringItem.Kind.TRUST, use, certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who signed that content, and what is wrong with it. */
    Outcome check(BundleContent content, BundleManifest manifest) {
        String signature = content.signature();
        if (signature == null) {
            return unsignedMayRun ? new Outcome(null, List.of()) : refused(RouteRule.SIGNATURE_MISSING);
        }
        try {
            JWSObject jws = JWSObject.parse(signature, new Payload(content.digest()));
            TrustedKey key = keys.get(String.valueOf(jws.getHeader().getKeyID()));
            if (key == null) {
                return refused(RouteRule.SIGNER_UNKNOWN);
            }
            if (!ALGORITHMS.contains(jws.getHeader().getAlgorithm())
                    || !jws.verify(verifier(key.key(), jws.getHeader()))) {
                return refused(RouteRule.SIGNATURE_WRONG);
            }
            return key.zones().isEmpty() || key.zones().contains(manifest.zone())
                    ? new Outcome(jws.getHeader().getKeyID(), List.of())
                    : refused(RouteRule.SIGNER_ZONE);
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return refused(RouteRule.SIGNATURE_WRONG);
        }
    }

    private static JWSVerifier verifier(JWK key, JWSHeader header) throws JOSEException {
        boolean isEc = JWSAlgorithm.Family.EC.contains(header.getAlgorithm());
        if (isEc != key instanceof ECKey) {
            throw new JOSEException("The key is of another kind");
        }
        return isEc ? new ECDSAVerifier(key.toECKey()) : new RSASSAVerifier(key.toRSAKey());
    }

    private static Outcome refused(RouteRule rule) {
        return new Outcome(null, List.of(new RouteFinding(BundleContent.SIGNATURE_FILE, 1, 1, rule, List.of())));
    }
}
