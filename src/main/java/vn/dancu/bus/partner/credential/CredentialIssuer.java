package vn.dancu.bus.partner.credential;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.ActReason;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.Changed;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.SecretBox;

/**
 * Issues, registers and revokes credentials. The partner's row is locked, so that two clerks cannot exceed the limit
 * together.
 */
final class CredentialIssuer implements Credentials {

    private static final int SECRET_BYTES = 32;
    private static final int MAX_USABLE_PER_KIND = 10;

    private final JdbcCredentials store;
    private final TransactionTemplate transaction;
    private final Acts acts;
    private final SecretBox box;
    private final Duration lifetime;
    private final Clock clock;
    private final Consumer<Changed> rooms;
    private final SecureRandom random = new SecureRandom();

    CredentialIssuer(
            JdbcCredentials store,
            TransactionTemplate transaction,
            Acts acts,
            SecretBox box,
            Duration lifetime,
            Clock clock,
            Consumer<Changed> rooms) {
        this.store = store;
        this.transaction = transaction;
        this.acts = acts;
        this.box = box;
        this.lifetime = lifetime;
        this.clock = clock;
        this.rooms = rooms;
    }

    @Override
    public IssuedSecret issue(PartnerId partner, CredentialKind kind, CredentialValidity validity, Actor by) {
        if (kind.isCertificate()) {
            throw new IllegalArgumentException("A certificate is registered, not issued");
        }
        byte[] chance = new byte[SECRET_BYTES];
        random.nextBytes(chance);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
        Instant now = now();
        Instant from = validity.from() == null ? now : validity.from();
        Instant until = validity.until() == null ? from.plus(lifetime) : validity.until();
        Credential credential = new Credential(
                UUID.randomUUID(), partner, kind, false, null, null, from, until, now, by.name(), null, null);
        byte[] sealed = box.seal(secret.getBytes(StandardCharsets.UTF_8));
        store(credential, new JdbcCredentials.Content(sealed, null), by);
        return new IssuedSecret(credential, secret);
    }

    @Override
    public Credential register(
            PartnerId partner, CredentialKind kind, byte[] certificate, CredentialValidity validity, Actor by) {
        if (!kind.isCertificate()) {
            throw new IllegalArgumentException("A secret is issued, not registered");
        }
        CertificateReader.Read read = CertificateReader.read(certificate);
        Instant now = now();
        Instant from = latest(validity.from() == null ? now : validity.from(), read.from());
        Instant until =
                validity.until() == null || validity.until().isAfter(read.until()) ? read.until() : validity.until();
        Credential credential = new Credential(
                UUID.randomUUID(),
                partner,
                kind,
                false,
                read.thumbprint(),
                read.subject(),
                from,
                until,
                now,
                by.name(),
                null,
                null);
        store(credential, new JdbcCredentials.Content(null, read.der()), by);
        return credential;
    }

    @Override
    public void revoke(PartnerId partner, UUID credential, String reason, Actor by) {
        String why = ActReason.checked("reason", reason);
        transaction.executeWithoutResult(status -> {
            if (!store.revoke(partner, credential, why, by.name(), now())) {
                throw store.of(partner).stream().anyMatch(it -> it.id().equals(credential))
                        ? BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "credential", "not revoked yet")
                        : new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
            }
            record(by, "partner.credential_revoked", partner, credential, Map.of("reason", why));
        });
    }

    @Override
    public List<Credential> of(PartnerId partner) {
        return store.of(partner);
    }

    private void store(Credential credential, JdbcCredentials.Content content, Actor by) {
        requireInOrder(credential);
        transaction.executeWithoutResult(status -> {
            requireOpen(credential.partner());
            if (store.count(credential.partner(), credential.kind(), now()) >= MAX_USABLE_PER_KIND) {
                throw BusException.of(
                        ErrorCode.LIMIT_REACHED,
                        "kind",
                        "at most " + MAX_USABLE_PER_KIND + " of a kind; revoke one that is not used");
            }
            if (!store.insert(credential, content)) {
                throw BusException.of(
                        ErrorCode.RESOURCE_EXISTS, "certificate", "one that the partner does not have yet");
            }
            record(by, "partner.credential_issued", credential.partner(), credential.id(), detail(credential));
        });
    }

    private void requireInOrder(Credential credential) {
        Instant until = credential.validUntil();
        if (until != null && (!until.isAfter(credential.validFrom()) || !until.isAfter(now()))) {
            throw BusException.of(ErrorCode.FIELD_INVALID, "validUntil", "after validFrom and in the future");
        }
    }

    private void requireOpen(PartnerId partner) {
        String state = store.lockedState(partner)
                .orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN, "partner", "its id"));
        if (state.equals("REFUSED") || state.equals("TERMINATED")) {
            throw BusException.of(
                    ErrorCode.MOVE_NOT_ALLOWED, "partner", "gets credentials while connecting, active or suspended");
        }
    }

    private void record(Actor by, String action, PartnerId partner, UUID credential, Map<String, String> detail) {
        acts.record(new Act(by, action, partner, "credential/" + credential, detail));
        rooms.accept(new Changed("partner"));
    }

    private static Map<String, String> detail(Credential credential) {
        return Map.of(
                "kind", credential.kind().code(),
                "validFrom", credential.validFrom().toString(),
                "validUntil", String.valueOf(credential.validUntil()),
                "thumbprint", credential.thumbprint() == null ? "" : credential.thumbprint());
    }

    /** Whole milliseconds, which the database keeps exactly: an answer and the stored row name the same moment. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
