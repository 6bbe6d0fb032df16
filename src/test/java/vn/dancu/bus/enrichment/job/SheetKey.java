package vn.dancu.bus.enrichment.job;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import vn.dancu.bus.audit.evidence.Evidence;
import vn.dancu.bus.audit.evidence.EvidenceSigner;
import vn.dancu.bus.kernel.Sha256;

/** A key of seals. */
final class SheetKey implements EvidenceSigner {

    private final KeyPair pair;

    SheetKey() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String fingerprint() {
        return Sha256.hex(pair.getPublic().getEncoded());
    }

    @Override
    public Evidence.KeySummary key() {
        return new Evidence.KeySummary(1, pair.getPublic().getEncoded(), fingerprint(), Instant.EPOCH, "dancu-bus");
    }

    @Override
    public Signed sign(byte[] text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(text);
            return new Signed(key(), signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
