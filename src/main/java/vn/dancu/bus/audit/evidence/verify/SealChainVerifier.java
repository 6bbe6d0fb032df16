package vn.dancu.bus.audit.evidence.verify;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.evidence.seal.Ed25519;
import vn.dancu.bus.audit.evidence.seal.Seal;
import vn.dancu.bus.audit.evidence.seal.SealKey;
import vn.dancu.bus.audit.evidence.seal.SealedBatch;
import vn.dancu.bus.audit.evidence.verify.EvidenceFinding.Kind;

/** Verifies each seal by itself and as the successor of the seal before it. */
final class SealChainVerifier {

    private final TrustAnchors anchors;
    private final FindingCollector findings;
    private final Map<Integer, SealKey> keys = new HashMap<>();
    private @Nullable Seal before;

    SealChainVerifier(TrustAnchors anchors, FindingCollector findings) {
        this.anchors = anchors;
        this.findings = findings;
    }

    void key(SealKey key) {
        keys.put(key.number(), key);
    }

    /**
     * Checks the next seal.
     *
     * @param everySeal whether none may be left out
     * @return whether seals are missing before it
     */
    boolean next(SealedBatch batch, boolean everySeal) {
        check(batch);
        Seal seal = batch.seal();
        Seal previous = before;
        before = seal;
        findings.seal(seal);
        return previous != null && follow(previous, seal, everySeal);
    }

    /** Verifies a seal by itself. */
    void check(SealedBatch batch) {
        Seal seal = batch.seal();
        if (!seal.hash().equals(batch.statedHash())) {
            findings.add(Kind.SEAL_CHANGED, seal.number(), null, null);
        }
        SealKey key = keys.get(seal.key());
        if (key == null || !key.fingerprint().equals(seal.fingerprint())) {
            findings.add(Kind.KEY_UNKNOWN, seal.number(), null, null);
        } else if (!Ed25519.isSigned(key.publicKey(), seal.signedText(), batch.signature())) {
            findings.add(Kind.SIGNATURE_WRONG, seal.number(), null, null);
        }
        if (!anchors.fingerprints().isEmpty() && !anchors.fingerprints().contains(seal.fingerprint())) {
            findings.add(Kind.KEY_NOT_TRUSTED, seal.number(), null, null);
        }
        checkTime(batch);
    }

    private void checkTime(SealedBatch batch) {
        if (batch.timeStamp() != null && anchors.timeStampCertificate() != null) {
            if (TimeStampVerifier.isValid(batch.timeStamp(), batch.seal().hash(), anchors.timeStampCertificate())) {
                findings.timeStamp();
            } else {
                findings.add(Kind.TIME_STAMP_WRONG, batch.seal().number(), null, null);
            }
        }
    }

    private boolean follow(Seal previous, Seal seal, boolean everySeal) {
        long gap = seal.number() - previous.number() - 1;
        if (gap > 0) {
            if (everySeal) {
                for (long i = 1; i <= Math.min(gap, VerificationReport.MAX_FINDINGS); i++) {
                    findings.add(Kind.SEAL_MISSING, previous.number() + i, null, null);
                }
            }
            return true;
        }
        if (gap < 0 || !seal.previous().equals(previous.hash()) || !seal.first().isAfter(previous.last())) {
            findings.add(Kind.CHAIN_BROKEN, seal.number(), null, null);
        }
        return false;
    }
}
