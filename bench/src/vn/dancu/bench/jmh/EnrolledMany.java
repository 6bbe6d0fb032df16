package vn.dancu.bench.jmh;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.CredentialProof;
import vn.dancu.bus.partner.DigestInput;
import vn.dancu.bus.partner.Enrolment;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** The partners of a policy file, in memory. */
final class EnrolledMany implements Partners {

    private final Map<PartnerId, Partner> partners = new HashMap<>();

    void enrol(List<Enrolment> enrolments) {
        enrolments.forEach(one -> partners.put(one.partner().id(), one.partner()));
    }

    @Override
    public Optional<Partner> find(PartnerId id) {
        return Optional.ofNullable(partners.get(id));
    }

    @Override
    public List<Partner> all() {
        return List.copyOf(partners.values());
    }

    @Override
    public CredentialProof proveDigest(PartnerId id, DigestInput text, String digest) {
        return CredentialProof.WRONG;
    }

    @Override
    public CredentialProof proveSecret(PartnerId id, String secret) {
        return CredentialProof.WRONG;
    }

    @Override
    public Optional<UUID> credentialOf(PartnerId id, String secret) {
        return Optional.empty();
    }

    @Override
    public boolean has(PartnerId id, UUID credential) {
        return false;
    }

    @Override
    public Optional<ErrorCode> objectionTo(PartnerId id, @Nullable X509Certificate shown) {
        return Optional.empty();
    }

    @Override
    public boolean signsMessages(PartnerId id) {
        return false;
    }

    @Override
    public Optional<ErrorCode> objectionToSigner(PartnerId id, X509Certificate signer) {
        return Optional.of(ErrorCode.SIGNER_UNTRUSTED);
    }

    @Override
    public Optional<ErrorCode> objectionTo(PartnerId id) {
        return Optional.empty();
    }
}
