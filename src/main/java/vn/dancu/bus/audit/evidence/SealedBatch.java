package vn.dancu.bus.audit.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seal as it is kept.
 *
 * @param statedHash the hash that is stored with it, hexadecimal; that of the seal unless somebody changed one of them
 * @param timeStamp RFC 3161 token over the hash; null while there is none
 */
record SealedBatch(Seal seal, String statedHash, byte[] signature, List<Entry> entries, byte @Nullable [] timeStamp) {}
