package vn.dancu.bus.document.signature;

import java.util.Optional;
import vn.dancu.bus.document.DocumentSigner;
import vn.dancu.bus.kernel.Refusal;

/** What the signature of one document is worth. */
public sealed interface SignatureReport {

    /** Why the document is not to be taken; empty where nothing is said against it. */
    default Optional<Refusal> refusal() {
        return Optional.empty();
    }

    /** No signature, or an element of that name that is none of XMLDSig, and the sender need not sign. */
    record Unsigned() implements SignatureReport {}

    /**
     * The whole document is signed by a certificate that is trusted.
     *
     * @param method the algorithm of the signature, by its URI
     */
    record Signed(DocumentSigner signer, String method) implements SignatureReport {}

    /**
     * The document is to be refused: {@code signature_missing}, {@code signature_invalid}, {@code signature_forbidden},
     * {@code signer_untrusted}, {@code signer_revoked}; or tried again later, {@code revocation_unknown}.
     */
    record Rejected(Refusal reason) implements SignatureReport {

        @Override
        public Optional<Refusal> refusal() {
            return Optional.of(reason);
        }
    }
}
