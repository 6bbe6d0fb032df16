package vn.dancu.bus.upstream.call;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.signing.SigningKey;
import vn.dancu.bus.trust.PeerCertificates;
import vn.dancu.bus.trust.TrustSettings;
import vn.dancu.bus.trust.message.MessageSignatures;
import vn.dancu.bus.trust.message.SignatureTerms;
import vn.dancu.bus.trust.revocation.CertificateFiles;
import vn.dancu.bus.trust.revocation.RevocationCheck.Standing;

/** WS-Security of questions to other services, and of their answers (docs/operations/trust.md). Thread-safe. */
public final class UpstreamSignatures {

    private static final SignatureTerms TERMS =
            new SignatureTerms(Duration.ofMinutes(5), Duration.ofSeconds(30), false);

    private final Map<String, Side> sides;
    private final MessageSignatures signatures;
    private final PeerCertificates certificates;

    private UpstreamSignatures(Map<String, Side> sides, MessageSignatures signatures, PeerCertificates certificates) {
        this.sides = Map.copyOf(sides);
        this.signatures = signatures;
        this.certificates = certificates;
    }

    /**
     * What is agreed with one of them.
     *
     * @param key by which questions are signed; null for questions without a signature
     * @param signers whose answers count; none where answers need no signature
     */
    private record Side(@Nullable Supplier<SigningKey> key, List<X509Certificate> signers) {}

    /**
     * @param upstreams the names of those that there are
     * @throws IllegalArgumentException where the settings name another one, or a bundle or file that cannot be used
     */
    public static UpstreamSignatures of(
            TrustSettings trust,
            Set<String> upstreams,
            SslBundles bundles,
            MessageSignatures signatures,
            PeerCertificates certificates) {
        Map<String, Side> sides = new HashMap<>();
        trust.upstreams().forEach((name, one) -> {
            String setting = "dancu.trust.upstreams." + name;
            if (!upstreams.contains(name)) {
                throw new IllegalArgumentException(setting + " is of no dancu.upstream.<name>");
            }
            String bundle = one.bundle();
            sides.put(
                    name,
                    new Side(
                            bundle == null ? null : SigningKey.of(bundles, bundle, setting + ".bundle"),
                            CertificateFiles.read(one.signers(), setting + ".signers")));
        });
        return new UpstreamSignatures(sides, signatures, certificates);
    }

    /**
     * The question as it leaves: signed where that is agreed.
     *
     * @throws CallFailure {@code upstream_question_unsupported} where the dialect writes no envelope of SOAP 1.1
     */
    public byte[] signed(String upstream, byte[] question) {
        Side side = sides.get(upstream);
        Supplier<SigningKey> key = side == null ? null : side.key();
        if (key == null) {
            return question;
        }
        try {
            return signatures.sign(question, key.get());
        } catch (BusException e) {
            throw CallFailure.unasked(ErrorCode.UPSTREAM_QUESTION_UNSUPPORTED, e);
        }
    }

    /**
     * The answer as it may be read: where a signature is agreed, what was signed of it and nothing else.
     *
     * @throws CallFailure {@code upstream_signature_invalid}
     */
    public byte[] verified(String upstream, byte[] answer) {
        Side side = sides.get(upstream);
        if (side == null || side.signers().isEmpty()) {
            return answer;
        }
        try {
            return signatures
                    .verify(answer, TERMS, signer -> requireSigner(side, signer))
                    .envelope();
        } catch (BusException e) {
            throw CallFailure.of(ErrorCode.UPSTREAM_SIGNATURE_INVALID, e);
        }
    }

    private void requireSigner(Side side, X509Certificate signer) {
        if (!side.signers().contains(signer)) {
            throw new BusException(ErrorCode.SIGNER_UNTRUSTED, null);
        }
        if (certificates.standing(signer, List.of()) != Standing.GOOD) {
            throw new BusException(ErrorCode.SIGNER_REVOKED, null);
        }
    }
}
