package vn.dancu.bus.audit.evidence;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a verifier knows from elsewhere than the file. Without it the file can only be found consistent in itself: whoever
 * had the database and the key could have made all of it anew.
 *
 * @param fingerprints SHA-256 of the public keys that are trusted, hexadecimal; empty trusts those of the file
 * @param lastSeal hash of a seal that must be in the file, such as the last one that Kafka holds; null for none
 * @param timeStampCertificate PEM file with the certificate of the time-stamp authority; null leaves time-stamps unchecked
 * @param privateKey OpenPGP private key, for archive files; null when none is needed
 * @param passphrase of the private key; empty when it has none
 */
public record Anchors(
        Set<String> fingerprints,
        @Nullable String lastSeal,
        @Nullable Path timeStampCertificate,
        @Nullable Path privateKey,
        String passphrase) {

    /** Nothing is known from elsewhere. */
    public static final Anchors NONE = new Anchors(Set.of(), null, null, null, "");

    public Anchors {
        fingerprints = Set.copyOf(fingerprints);
        fingerprints.forEach(EvidenceReading::hash);
        if (lastSeal != null) {
            EvidenceReading.hash(lastSeal);
        }
    }

    /** The same, with the keys that are trusted. */
    public Anchors trusting(Set<String> keys) {
        return new Anchors(keys, lastSeal, timeStampCertificate, privateKey, passphrase);
    }

    /** The same, with a seal that must be there. */
    public Anchors expecting(String hash) {
        return new Anchors(fingerprints, hash, timeStampCertificate, privateKey, passphrase);
    }

    /** The same, with the certificate of the time-stamp authority. */
    public Anchors stampedBy(Path certificate) {
        return new Anchors(fingerprints, lastSeal, certificate, privateKey, passphrase);
    }

    /** The same, with the key that opens archive files. */
    public Anchors opening(Path key, String words) {
        return new Anchors(fingerprints, lastSeal, timeStampCertificate, key, words);
    }

    @Override
    public String toString() {
        return "Anchors[" + fingerprints + ", " + lastSeal + "]";
    }
}
