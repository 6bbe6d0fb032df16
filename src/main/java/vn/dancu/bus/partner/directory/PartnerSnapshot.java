package vn.dancu.bus.partner.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.partner.CredentialProof;
import vn.dancu.bus.partner.DigestInput;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.directory.PartnerRecord.Key;
import vn.dancu.bus.partner.directory.PartnerRecord.Kind;

/** All partners at one moment, with their secrets in clear; it never leaves the room. */
final class PartnerSnapshot {

    /** Compared for an unknown partner, so that the answer takes as long as for a known one. */
    private static final List<Key> NOBODY =
            List.of(new Key(new UUID(0, 0), Kind.SECRET, "nobody-has-this-secret", Instant.EPOCH, null));

    private final long revision;
    private final Map<PartnerId, PartnerRecord> byId;

    PartnerSnapshot(long revision, Map<PartnerId, PartnerRecord> byId) {
        this.revision = revision;
        this.byId = Map.copyOf(byId);
    }

    long revision() {
        return revision;
    }

    Optional<Partner> find(PartnerId id, Instant now) {
        return Optional.ofNullable(byId.get(id)).map(it -> it.at(now));
    }

    List<Partner> all(Instant now) {
        return byId.values().stream()
                .map(it -> it.at(now))
                .sorted(Comparator.comparing(it -> it.id().value()))
                .toList();
    }

    CredentialProof proveDigest(PartnerId id, DigestInput text, String digest, Instant now) {
        PartnerRecord known = byId.get(id);
        byte[] given = digest.getBytes(StandardCharsets.UTF_8);
        return prove(known != null, known == null ? NOBODY : known.keys(Kind.SECRET, now), now, key -> {
            byte[] expected = Sha256.of((text.before() + key.text() + text.after()).getBytes(StandardCharsets.UTF_8));
            return MessageDigest.isEqual(HexFormat.of().formatHex(expected).getBytes(StandardCharsets.US_ASCII), given);
        });
    }

    /** Hashes of both are compared, so that the time does not depend on the length of the secret. */
    CredentialProof proveSecret(PartnerId id, String secret, Instant now) {
        PartnerRecord known = byId.get(id);
        byte[] given = Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
        return prove(known != null, known == null ? NOBODY : clientSecrets(known, now), now, key -> {
            return MessageDigest.isEqual(Sha256.of(key.text().getBytes(StandardCharsets.UTF_8)), given);
        });
    }

    Optional<UUID> credentialOf(PartnerId id, String secret, Instant now) {
        PartnerRecord known = byId.get(id);
        byte[] given = secret.getBytes(StandardCharsets.UTF_8);
        return (known == null ? List.<Key>of() : clientSecrets(known, now))
                .stream()
                        .filter(key -> !key.hasEndedAt(now)
                                && MessageDigest.isEqual(key.text().getBytes(StandardCharsets.UTF_8), given))
                        .map(Key::id)
                        .findFirst();
    }

    boolean has(PartnerId id, UUID credential, Instant now) {
        PartnerRecord known = byId.get(id);
        return known != null && known.has(credential, now);
    }

    Optional<ErrorCode> objectionTo(PartnerId id, @Nullable X509Certificate shown, Instant now) {
        PartnerRecord known = byId.get(id);
        List<Key> registered = known == null ? List.of() : known.keys(Kind.CERTIFICATE, now);
        if (registered.isEmpty()) {
            return Optional.empty();
        }
        if (shown == null) {
            return Optional.of(ErrorCode.CERTIFICATE_MISSING);
        }
        return objection(registered, shown, ErrorCode.CERTIFICATE_WRONG, now);
    }

    boolean signsMessages(PartnerId id, Instant now) {
        PartnerRecord known = byId.get(id);
        return known != null && !known.keys(Kind.SIGNING_CERTIFICATE, now).isEmpty();
    }

    Optional<ErrorCode> objectionToSigner(PartnerId id, X509Certificate signer, Instant now) {
        PartnerRecord known = byId.get(id);
        List<Key> registered = known == null ? List.of() : known.keys(Kind.SIGNING_CERTIFICATE, now);
        return objection(registered, signer, ErrorCode.SIGNER_UNTRUSTED, now);
    }

    private static Optional<ErrorCode> objection(
            List<Key> registered, X509Certificate shown, ErrorCode other, Instant now) {
        String thumbprint = thumbprint(shown);
        return switch (prove(true, registered, now, key -> key.text().equals(thumbprint))) {
            case RIGHT -> Optional.empty();
            case EXPIRED -> Optional.of(ErrorCode.CERTIFICATE_EXPIRED);
            case WRONG -> Optional.of(other);
        };
    }

    Optional<ErrorCode> objectionTo(PartnerId id, Instant now) {
        PartnerRecord known = byId.get(id);
        if (known == null) {
            return Optional.of(ErrorCode.PARTNER_UNKNOWN);
        }
        List<Key> secrets = new ArrayList<>(known.keys(Kind.SECRET, now));
        secrets.addAll(known.keys(Kind.CLIENT_SECRET, now));
        if (secrets.isEmpty()) {
            return Optional.of(ErrorCode.CREDENTIALS_WRONG);
        }
        if (allHaveEnded(secrets, now)) {
            return Optional.of(ErrorCode.CREDENTIAL_EXPIRED);
        }
        List<Key> certificates = known.keys(Kind.CERTIFICATE, now);
        return !certificates.isEmpty() && allHaveEnded(certificates, now)
                ? Optional.of(ErrorCode.CERTIFICATE_EXPIRED)
                : known.at(now).objection();
    }

    private static boolean allHaveEnded(List<Key> keys, Instant now) {
        return keys.stream().allMatch(key -> key.hasEndedAt(now));
    }

    private static List<Key> clientSecrets(PartnerRecord known, Instant now) {
        List<Key> own = known.keys(Kind.CLIENT_SECRET, now);
        return own.isEmpty() ? known.keys(Kind.SECRET, now) : own;
    }

    /**
     * All keys are tried, so that the time does not depend on which one fits; a valid one comes before an expired one.
     */
    private static CredentialProof prove(boolean known, List<Key> keys, Instant now, Predicate<Key> fits) {
        CredentialProof proof = CredentialProof.WRONG;
        for (Key key : keys.isEmpty() ? NOBODY : keys) {
            boolean right = fits.test(key) & known & !keys.isEmpty();
            if (right && !key.hasEndedAt(now)) {
                proof = CredentialProof.RIGHT;
            } else if (right && proof == CredentialProof.WRONG) {
                proof = CredentialProof.EXPIRED;
            }
        }
        return proof;
    }

    private static String thumbprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(Sha256.of(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read can be written", e);
        }
    }
}
