package vn.dancu.bus.enrichment.manifest;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import vn.dancu.bus.enrichment.file.FileFault;
import vn.dancu.bus.enrichment.file.FileFaultException;
import vn.dancu.bus.expiry.PublicKeyFile;
import vn.dancu.bus.kernel.PartnerId;

/** The public keys by which authorities sign their manifests. An authority that has a key must sign. */
final class ManifestKeys {

    private final Map<PartnerId, JWK> keys = new HashMap<>();

    /** @throws IllegalArgumentException when a file is no public key, EC P-256 or RSA of 2048 bits and more, or certificate in PEM */
    ManifestKeys(Map<String, Resource> files) {
        files.forEach((partner, file) ->
                keys.put(new PartnerId(partner), file(partner, file).key()));
    }

    static PublicKeyFile file(String partner, Resource file) {
        return new PublicKeyFile("dancu.enrichment.keys." + partner, file);
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
            return PublicKeyFile.isSigned(JWSObject.parse(jws), key);
        } catch (ParseException e) {
            return false;
        }
    }
}
