package vn.dancu.bus.partner;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;

/**
 * The partners and the proof of who they are. Answers come from a snapshot that is at most {@code
 * dancu.partner.refresh} old on every instance, and give the standing at the moment of the call.
 */
public interface Partners {

    /** The partner of that id, whatever its state; empty when there is none. */
    Optional<Partner> find(PartnerId id);

    /** All partners by their id. */
    List<Partner> all();

    /**
     * What the digest proves: lower-case hex SHA-256 of {@code text.before + secret + text.after}, with any of the partner's
     * secrets. {@link CredentialProof#WRONG} for an unknown partner, in the same time.
     */
    CredentialProof proveDigest(PartnerId id, DigestInput text, String digest);

    /**
     * What the secret proves at the token endpoint: one of the partner's OAuth 2.0 client secrets, or, where it has none,
     * one of its secrets. {@link CredentialProof#WRONG} for an unknown partner, in the same time.
     */
    CredentialProof proveSecret(PartnerId id, String secret);

    /** The credential whose secret proves the partner at the token endpoint now, for the tokens that end with it. */
    Optional<UUID> credentialOf(PartnerId id, String secret);

    /** Whether the partner has that credential, and it was neither revoked nor has ended. */
    boolean has(PartnerId id, UUID credential);

    /**
     * The objection to what the partner showed in TLS: {@code certificate_missing}, {@code certificate_wrong} or
     * {@code certificate_expired}. Empty when the partner has no certificate registered, and when it showed one of those.
     *
     * @param shown the certificate of the connection; null when there was none
     */
    Optional<ErrorCode> objectionTo(PartnerId id, @Nullable X509Certificate shown);

    /** Whether the partner must sign its messages: it has a certificate for signatures whose validity has begun. */
    boolean signsMessages(PartnerId id);

    /**
     * The objection to whose certificate signed a message: {@code signer_untrusted} for another than the partner's for signatures,
     * {@code certificate_expired} for one of them that has ended.
     */
    Optional<ErrorCode> objectionToSigner(PartnerId id, X509Certificate signer);

    /**
     * The objection to a partner that another than the bus has let in, such as the broker a hub: what every door would
     * object to, as far as it can be said without seeing a secret. {@code credential_expired} when each of its secrets has
     * ended, {@code credentials_wrong} when it has none any more, {@code certificate_expired}, then the code of its
     * standing; {@code partner_unknown} when there is no such partner.
     */
    Optional<ErrorCode> objectionTo(PartnerId id);
}
