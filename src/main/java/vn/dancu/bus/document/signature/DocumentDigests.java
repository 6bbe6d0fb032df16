package vn.dancu.bus.document.signature;

import java.util.Map;

/**
 * What a document comes to.
 *
 * @param whole the digest of its canonical form without the signature
 * @param files digests of its attachments, decoded, by content id without {@code cid:}
 */
record DocumentDigests(byte[] whole, Map<String, byte[]> files) {}
