package vn.dancu.bus.expiry;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Sha256;

/**
 * Something that is held or trusted.
 *
 * @param id the same for the same thing on every instance, such as the SHA-256 of a certificate
 * @param owner the partner whose it is; null for the bus's own
 * @param use where it is used, such as the keys of the settings that name it
 * @param subject whom a certificate names; null for what is none
 * @param validUntil the moment at which it ends; null when it has no end
 */
public record ExpiringItem(
        String id,
        Kind kind,
        @Nullable PartnerId owner,
        String use,
        @Nullable String subject,
        @Nullable String issuer,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {

    private static final long SOON_DAYS = 30;
    private static final long URGENT_DAYS = 7;

    /** What it is. */
    public enum Kind {
        /** The certificate of the doors. */
        SERVER,
        /** By which the bus shows at another side who it is. */
        CLIENT,
        /** By which the bus signs documents. */
        SIGNING,
        /** A key of the bus without a certificate: seals, tokens. */
        KEY,
        /** An authority or a signer that the bus trusts. */
        TRUST,
        /** A list of revoked certificates, until its next update. */
        REVOCATION_LIST,
        PARTNER_CERTIFICATE,
        PARTNER_SECRET,
        AGREEMENT;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How it stands. */
    public enum State {
        EXPIRED,
        URGENT,
        SOON,
        COMING,
        VALID,
        ENDLESS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A certificate of the bus. */
    public static ExpiringItem of(Kind kind, String use, X509Certificate certificate) {
        return new ExpiringItem(
                kind.word() + "/" + fingerprint(certificate),
                kind,
                null,
                use,
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    /** Ended, within 7 days, within 30 days, not begun, or none of these. */
    public State stateAt(Instant now) {
        if (validUntil == null) {
            return State.ENDLESS;
        }
        Duration left = Duration.between(now, validUntil);
        if (left.isNegative() || left.isZero()) {
            return State.EXPIRED;
        }
        if (left.compareTo(Duration.ofDays(URGENT_DAYS)) <= 0) {
            return State.URGENT;
        }
        if (left.compareTo(Duration.ofDays(SOON_DAYS)) <= 0) {
            return State.SOON;
        }
        return validFrom != null && now.isBefore(validFrom) ? State.COMING : State.VALID;
    }

    /** Whole days that are left, negative since when it is over; null when it has no end. */
    public @Nullable Long daysLeft(Instant now) {
        return validUntil == null
                ? null
                : Math.floorDiv(Duration.between(now, validUntil).toSeconds(), 86_400L);
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            return Sha256.hex(certificate.getEncoded());
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalArgumentException("A certificate that was read has an encoding", e);
        }
    }
}
