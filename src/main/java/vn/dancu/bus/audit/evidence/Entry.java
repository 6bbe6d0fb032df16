package vn.dancu.bus.audit.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;

/** What a seal keeps of one record, so that it can be named when it is gone. */
record Entry(UUID id, RecordKind kind, int month, byte[] leaf) {

    static Entry of(SealedRecord record) {
        return new Entry(record.id(), record.kind(), record.month(), record.leaf());
    }

    /** The hash over the names, without the leaves, in order. */
    static String listing(List<Entry> entries) {
        MessageDigest digest = Hashes.sha256();
        for (Entry entry : entries) {
            String line = entry.id + " " + entry.kind + " " + entry.month + "\n";
            digest.update(line.getBytes(StandardCharsets.US_ASCII));
        }
        return Hashes.hex(digest.digest());
    }

    static String root(List<Entry> entries) {
        return Hashes.hex(MerkleTree.root(entries.stream().map(Entry::leaf).toList()));
    }
}
