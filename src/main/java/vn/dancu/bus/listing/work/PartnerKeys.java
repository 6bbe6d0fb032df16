package vn.dancu.bus.listing.work;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.springframework.core.io.Resource;
import vn.dancu.bus.audit.evidence.file.OpenPgp;
import vn.dancu.bus.kernel.PartnerId;

/** The OpenPGP keys to which files of lists are encrypted. A key that cannot be read stops the start. */
record PartnerKeys(Map<PartnerId, PGPPublicKey> keys) {

    static PartnerKeys read(Map<String, Resource> files) {
        return new PartnerKeys(files.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        file -> new PartnerId(file.getKey()), file -> read(file.getKey(), file.getValue()))));
    }

    private static PGPPublicKey read(String partner, Resource file) {
        try {
            return OpenPgp.recipient(file.getInputStream());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "dancu.list.keys." + partner + " must be a file with an OpenPGP public key that encrypts", e);
        }
    }

    boolean has(PartnerId partner) {
        return keys.containsKey(partner);
    }

    /** @throws IllegalStateException when the partner has none, or none any more */
    PGPPublicKey of(PartnerId partner) {
        PGPPublicKey key = keys.get(partner);
        if (key == null) {
            throw new IllegalStateException("The partner of a list has no key any more");
        }
        return key;
    }
}
