package vn.dancu.bus.partner.directory;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.CredentialProof;
import vn.dancu.bus.partner.DigestInput;
import vn.dancu.bus.partner.Enrolment;
import vn.dancu.bus.partner.Enrolments;
import vn.dancu.bus.partner.KnownDialects;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** The partners from memory, read again in the background when their revision has risen. */
final class PartnerCache implements Partners, Enrolments {

    private static final Logger LOGGER = LoggerFactory.getLogger(PartnerCache.class);

    private final JdbcPartners store;
    private final TransactionTemplate transaction;
    private final SecretBox box;
    private final KnownDialects dialects;
    private final Clock clock;
    private volatile PartnerSnapshot known = new PartnerSnapshot(-1, Map.of());

    PartnerCache(
            JdbcPartners store, TransactionTemplate transaction, SecretBox box, KnownDialects dialects, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.box = box;
        this.dialects = dialects;
        this.clock = clock;
    }

    @Override
    public Optional<Partner> find(PartnerId id) {
        return known.find(id, clock.instant());
    }

    @Override
    public List<Partner> all() {
        return known.all(clock.instant());
    }

    @Override
    public CredentialProof proveDigest(PartnerId id, DigestInput text, String digest) {
        return known.proveDigest(id, text, digest, clock.instant());
    }

    @Override
    public CredentialProof proveSecret(PartnerId id, String secret) {
        return known.proveSecret(id, secret, clock.instant());
    }

    @Override
    public Optional<UUID> credentialOf(PartnerId id, String secret) {
        return known.credentialOf(id, secret, clock.instant());
    }

    @Override
    public boolean has(PartnerId id, UUID credential) {
        return known.has(id, credential, clock.instant());
    }

    @Override
    public Optional<ErrorCode> objectionTo(PartnerId id, @Nullable X509Certificate shown) {
        return known.objectionTo(id, shown, clock.instant());
    }

    @Override
    public boolean signsMessages(PartnerId id) {
        return known.signsMessages(id, clock.instant());
    }

    @Override
    public Optional<ErrorCode> objectionToSigner(PartnerId id, X509Certificate signer) {
        return known.objectionToSigner(id, signer, clock.instant());
    }

    @Override
    public Optional<ErrorCode> objectionTo(PartnerId id) {
        return known.objectionTo(id, clock.instant());
    }

    @Override
    public void enrol(List<Enrolment> partners) {
        partners.forEach(this::requireDialect);
        List<JdbcPartners.FileRow> rows = partners.stream()
                .map(one -> new JdbcPartners.FileRow(
                        one.partner(),
                        box.seal(one.secret().getBytes(StandardCharsets.UTF_8)),
                        box.hash(one.partner().id() + "\n" + one.secret())))
                .toList();
        transaction.executeWithoutResult(status -> {
            store.upsert(rows);
            refreshWhenCommitted();
        });
    }

    void refreshWhenCommitted() {
        AfterCommit.run(this::refreshOrKeep);
    }

    void refreshOrKeep() {
        try {
            refresh();
        } catch (RuntimeException e) {
            LOGGER.atWarn().setCause(e).log("Partners could not be refreshed; the last known ones stay in use");
        }
    }

    /** A database trigger raises the revision, so changes by other instances and by hand are seen too. */
    synchronized void refresh() {
        long revision = store.revision();
        if (revision != known.revision()) {
            known = new PartnerSnapshot(
                    revision, new PartnerSnapshotBuilder(box, store.credentials(), store.pauses()).of(store.all()));
        }
    }

    private void requireDialect(Enrolment enrolment) {
        if (!dialects.knows(enrolment.partner().dialect())) {
            throw new IllegalArgumentException(
                    "The dialect of partner " + enrolment.partner().id() + " is not one that the bus speaks");
        }
    }
}
