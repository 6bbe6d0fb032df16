package vn.dancu.bus.audit.evidence.seal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seal as it is stored, with what it keeps of its records.
 *
 * @param statedHash the hash stored with the seal, hexadecimal; another than {@link Seal#hash} after tampering
 * @param timeStamp RFC 3161 token over the hash; null while there is none
 */
public record SealedBatch(
        Seal seal, String statedHash, byte[] signature, List<SealedEntry> entries, byte @Nullable [] timeStamp) {}
