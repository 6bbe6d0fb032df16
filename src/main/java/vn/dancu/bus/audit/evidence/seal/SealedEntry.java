package vn.dancu.bus.audit.evidence.seal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.kernel.Sha256;

/**
 * What a seal keeps of one record: enough to name the record after it was deleted.
 *
 * @param month year and month in UTC, such as 202611
 * @param leaf hash of the record, 32 bytes
 */
public record SealedEntry(UUID id, RecordKind kind, int month, byte[] leaf) {

    public static SealedEntry of(SealedRecord record) {
        return new SealedEntry(record.id(), record.kind(), record.month(), record.leaf());
    }

    /** Hash over ids, kinds and months in their order, hexadecimal. */
    public static String listing(List<SealedEntry> entries) {
        MessageDigest digest = Sha256.digest();
        for (SealedEntry entry : entries) {
            String line = entry.id + " " + entry.kind + " " + entry.month + "\n";
            digest.update(line.getBytes(StandardCharsets.US_ASCII));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The root of the tree over the leaves, hexadecimal. */
    public static String root(List<SealedEntry> entries) {
        return HexFormat.of()
                .formatHex(
                        MerkleTree.root(entries.stream().map(SealedEntry::leaf).toList()));
    }
}
