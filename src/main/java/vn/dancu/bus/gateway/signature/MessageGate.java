package vn.dancu.bus.gateway.signature;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.message.DocumentEncoding;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.signing.SigningKey;
import vn.dancu.bus.trust.PeerCertificates;
import vn.dancu.bus.trust.message.MessageSignatures;
import vn.dancu.bus.trust.message.SignatureTerms;
import vn.dancu.bus.trust.message.SignedMessage;

/**
 * Lets the message of a partner that must sign through when one of its certificates signed it, and of it only what was signed. The message of another
 * partner is let through as it is, before a byte of it is read.
 */
public final class MessageGate {

    private static final String SECURITY = "Header/Security";

    private final Partners partners;
    private final PeerCertificates certificates;
    private final MessageSignatures signatures;
    private final Supplier<? extends @Nullable SigningKey> key;
    private final SignatureTerms terms;
    private final Set<String> sha1Partners;

    /**
     * @param key by which answers are signed; null for answers without a signature
     * @param terms of everybody
     * @param sha1Partners ids of partners that may sign by SHA-1
     */
    public MessageGate(
            Partners partners,
            PeerCertificates certificates,
            MessageSignatures signatures,
            Supplier<? extends @Nullable SigningKey> key,
            SignatureTerms terms,
            Set<String> sha1Partners) {
        this.partners = partners;
        this.certificates = certificates;
        this.signatures = signatures;
        this.key = key;
        this.terms = terms;
        this.sha1Partners = Set.copyOf(sha1Partners);
    }

    /** @throws BusException as {@link MessageSignatures#verify}; {@code signer_untrusted}, {@code certificate_expired}, {@code signer_revoked}, {@code revocation_unknown} */
    public ReadableMessage open(PartnerId partner, HttpServletRequest request, InputStream message) {
        if (!partners.signsMessages(partner)) {
            return new ReadableMessage(message, DocumentEncoding.isStated(request.getContentType()), null);
        }
        SignedMessage signed =
                signatures.verify(bytes(message), termsOf(partner), signer -> requireSigner(partner, signer));
        SigningKey own = key.get();
        if (own != null) {
            AnswerSigning.promise(request, envelope -> signatures.sign(envelope, own));
        }
        return new ReadableMessage(new ByteArrayInputStream(signed.envelope()), true, onceKey(partner, signed));
    }

    private SignatureTerms termsOf(PartnerId partner) {
        return sha1Partners.contains(partner.value())
                ? new SignatureTerms(terms.window(), terms.clockSkew(), true)
                : terms;
    }

    private void requireSigner(PartnerId partner, X509Certificate signer) {
        partners.objectionToSigner(partner, signer).ifPresent(code -> {
            throw BusException.of(code, SECURITY, "a certificate that is registered for the partner to sign messages");
        });
        switch (certificates.standing(signer, List.of())) {
            case GOOD -> {}
            case REVOKED ->
                throw BusException.of(ErrorCode.SIGNER_REVOKED, SECURITY, "a certificate that is not revoked");
            case UNKNOWN ->
                throw BusException.of(
                        ErrorCode.REVOCATION_UNKNOWN, SECURITY, "a current answer whether the certificate is revoked");
        }
    }

    /** What was signed names no partner: another one could have signed the same before. */
    private static byte[] onceKey(PartnerId partner, SignedMessage signed) {
        MessageDigest digest = Sha256.digest();
        digest.update((partner.value() + "\n").getBytes(StandardCharsets.UTF_8));
        return digest.digest(signed.onceKey());
    }

    /**
     * A partner that hangs up is no fault of the bus. The stream stays open: CXF reads on before it answers, and would be told by an exception at
     * each message that it is closed.
     */
    private static byte[] bytes(InputStream message) {
        try {
            return message.readAllBytes();
        } catch (IOException e) {
            throw new BusException(ErrorCode.MESSAGE_MALFORMED, e);
        }
    }
}
