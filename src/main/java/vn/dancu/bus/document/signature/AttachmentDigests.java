package vn.dancu.bus.document.signature;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Digests of the attachments that a signature names, decoded a piece at a time. An attachment is known by its ContentId, which
 * may follow its bytes, so that each is digested by each algorithm that is asked for.
 */
final class AttachmentDigests {

    private static final int GROUP = 4;
    private static final int MAX_ID = 1000;
    private static final String ATTACHMENT = "Attachment";

    private final Map<String, String> wanted;
    private final Map<String, MessageDigest> running;
    private final Map<String, byte[]> found = new HashMap<>();
    private final StringBuilder id = new StringBuilder();
    private final StringBuilder rest = new StringBuilder();
    private @Nullable String open;
    private boolean isWithin;
    private boolean isBroken;

    AttachmentDigests(Map<String, String> wanted) {
        this.wanted = wanted;
        Collection<String> algorithms = Set.copyOf(wanted.values());
        this.running = algorithms.stream()
                .collect(Collectors.toMap(
                        uri -> uri, CanonicalDigest::messageDigest, (one, other) -> one, TreeMap::new));
    }

    void start(String name) {
        if (name.equals(ATTACHMENT)) {
            isWithin = true;
            isBroken = false;
            id.setLength(0);
            rest.setLength(0);
            running.values().forEach(MessageDigest::reset);
        }
        open = name;
    }

    void text(char[] text, int length) {
        if (wanted.isEmpty() || !isWithin || open == null) {
            return;
        }
        if (open.equals("ContentId") && id.length() < MAX_ID) {
            id.append(text, 0, length);
        } else if (open.equals("ContentTransferEncoded")) {
            for (int i = 0; i < length; i++) {
                if (text[i] > ' ') {
                    rest.append(text[i]);
                }
            }
            decode(rest.length() / GROUP * GROUP);
        }
    }

    void end(String name) {
        open = null;
        if (!name.equals(ATTACHMENT) || !isWithin) {
            return;
        }
        isWithin = false;
        String named = id.toString().strip();
        String bare = named.startsWith(SignatureForm.CID) ? named.substring(SignatureForm.CID.length()) : named;
        String algorithm = wanted.get(bare);
        if (algorithm == null) {
            return;
        }
        MessageDigest digest = running.get(algorithm);
        if (isBroken || rest.length() > 0 || digest == null || found.put(bare, digest.digest()) != null) {
            throw SignatureRefusals.invalid("each signed attachment once, in base64");
        }
    }

    Map<String, byte[]> digests() {
        if (!found.keySet().equals(wanted.keySet())) {
            throw SignatureRefusals.invalid("each signed attachment in the document");
        }
        return Map.copyOf(found);
    }

    private void decode(int length) {
        if (length == 0) {
            return;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(rest.substring(0, length));
            running.values().forEach(digest -> digest.update(bytes));
        } catch (IllegalArgumentException e) {
            isBroken = true;
        }
        rest.delete(0, length);
    }
}
