package vn.dancu.bus.audit.evidence.verify;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.evidence.file.DecryptionKey;
import vn.dancu.bus.audit.evidence.file.EvidenceReader;

/**
 * What a verifier knows from another source than the file. Without it a file can only be found consistent in itself:
 * somebody with the database and the signing key could have made all of it anew.
 *
 * @param fingerprints SHA-256 of the public keys that are trusted, hexadecimal; empty trusts those of the file
 * @param lastSeal hash of a seal that must be in the file, such as the last one that Kafka holds; null for none
 * @param timeStampCertificate PEM file with the certificate of the time-stamp authority; null leaves time-stamps unchecked
 * @param decryptionKey opens archive files; null when none is needed
 */
public record TrustAnchors(
        Set<String> fingerprints,
        @Nullable String lastSeal,
        @Nullable Path timeStampCertificate,
        @Nullable DecryptionKey decryptionKey) {

    /** Nothing is known from another source. */
    public static final TrustAnchors NONE = new TrustAnchors(Set.of(), null, null, null);

    public TrustAnchors {
        fingerprints = Set.copyOf(fingerprints);
        fingerprints.forEach(EvidenceReader::hash);
        if (lastSeal != null) {
            EvidenceReader.hash(lastSeal);
        }
    }

    /** The same, with the keys that are trusted. */
    public TrustAnchors trusting(Set<String> keys) {
        return new TrustAnchors(keys, lastSeal, timeStampCertificate, decryptionKey);
    }

    /** The same, with a seal that must be there. */
    public TrustAnchors expecting(String hash) {
        return new TrustAnchors(fingerprints, hash, timeStampCertificate, decryptionKey);
    }

    /** The same, with the certificate of the time-stamp authority. */
    public TrustAnchors stampedBy(Path certificate) {
        return new TrustAnchors(fingerprints, lastSeal, certificate, decryptionKey);
    }

    /** The same, with the key that opens archive files. */
    public TrustAnchors opening(Path privateKey, String passphrase) {
        DecryptionKey key = new DecryptionKey(privateKey, passphrase);
        return new TrustAnchors(fingerprints, lastSeal, timeStampCertificate, key);
    }

    @Override
    public String toString() {
        return "TrustAnchors[" + fingerprints + ", " + lastSeal + "]";
    }
}
