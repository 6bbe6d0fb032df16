package vn.dancu.bus.shelf.deploy;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import vn.dancu.bus.expiry.PublicKeyFile;
import vn.dancu.bus.shelf.RouteSettings;
import vn.dancu.bus.shelf.bundle.BundleContent;
import vn.dancu.bus.shelf.bundle.BundleManifest;
import vn.dancu.bus.shelf.lint.RouteFinding;
import vn.dancu.bus.shelf.lint.RouteRule;

/** Who signed a bundle, by a detached JWS over its digest (RFC 7515, appendix F). */
final class SignatureCheck {

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
            keys.put(name, new TrustedKey(file(name, file).key(), List.copyOf(key.zones())));
        });
    }

    static PublicKeyFile file(String name, Resource file) {
        return new PublicKeyFile("dancu.routes.keys." + name + ".file", file);
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
            if (!PublicKeyFile.isSigned(jws, key.key())) {
                return refused(RouteRule.SIGNATURE_WRONG);
            }
            return key.zones().isEmpty() || key.zones().contains(manifest.zone())
                    ? new Outcome(jws.getHeader().getKeyID(), List.of())
                    : refused(RouteRule.SIGNER_ZONE);
        } catch (ParseException | IllegalArgumentException e) {
            return refused(RouteRule.SIGNATURE_WRONG);
        }
    }

    private static Outcome refused(RouteRule rule) {
        return new Outcome(null, List.of(new RouteFinding(BundleContent.SIGNATURE_FILE, 1, 1, rule, List.of())));
    }
}
