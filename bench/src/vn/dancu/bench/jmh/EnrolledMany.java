package vn.dancu.bench.jmh;

import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Enrolment;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.Proof;
import vn.dancu.bus.partner.SignedText;

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
    public Proof proveDigest(PartnerId id, SignedText text, String digest) {
        return Proof.WRONG;
    }

    @Override
    public Proof proveSecret(PartnerId id, String secret) {
        return Proof.WRONG;
    }

    @Override
    public Optional<ErrorCode> objectionTo(PartnerId id, @Nullable X509Certificate shown) {
        return Optional.empty();
    }
}
