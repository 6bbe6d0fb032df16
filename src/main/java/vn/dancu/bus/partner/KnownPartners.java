package vn.dancu.bus.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;

/** All partners at one moment, with their secrets in clear; it never leaves the room. */
final class KnownPartners {

    /** Nobody's secret: an unknown partner costs what a known one costs. */
    private static final String NOBODY = "nobody-has-this-secret";

    private final long revision;
    private final Map<PartnerId, Enrolment> byId;

    KnownPartners(long revision, Map<PartnerId, Enrolment> byId) {
        this.revision = revision;
        this.byId = Map.copyOf(byId);
    }

    long revision() {
        return revision;
    }

    Optional<Partner> find(PartnerId id) {
        return Optional.ofNullable(byId.get(id)).map(Enrolment::partner);
    }

    boolean digestMatches(PartnerId id, SignedText text, String digest) {
        @Nullable Enrolment known = byId.get(id);
        byte[] expected = sha256(text.before() + secretOf(known) + text.after());
        byte[] hex = HexFormat.of().formatHex(expected).getBytes(StandardCharsets.US_ASCII);
        boolean same = MessageDigest.isEqual(hex, digest.getBytes(StandardCharsets.UTF_8));
        return same & known != null;
    }

    /** Hashes of both are compared, so that the time does not tell the length of the secret either. */
    boolean secretMatches(PartnerId id, String secret) {
        @Nullable Enrolment known = byId.get(id);
        boolean same = MessageDigest.isEqual(sha256(secretOf(known)), sha256(secret));
        return same & known != null;
    }

    private static String secretOf(@Nullable Enrolment known) {
        return known == null ? NOBODY : known.secret();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
