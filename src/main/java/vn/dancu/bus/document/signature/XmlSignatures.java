package vn.dancu.bus.document.signature;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.xml.security.Init;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.signature.XMLSignatureDigestInput;
import org.apache.xml.security.signature.XMLSignatureInput;
import org.apache.xml.security.utils.resolver.ResourceResolverContext;
import org.apache.xml.security.utils.resolver.ResourceResolverSpi;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.dancu.bus.document.DocumentSigner;
import vn.dancu.bus.document.SignatureSettings;
import vn.dancu.bus.document.SignatureSettings.Check;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.xml.XmlReaderFactory;
import vn.dancu.bus.signing.SigningKey;

/**
 * {@link DocumentSignatures} by Santuario. A document is read twice: for its signature, and for the digests that the signature
 * names. Santuario is given those digests in place of the document, and checks or makes the rest.
 */
final class XmlSignatures implements DocumentSignatures {

    private final SignatureSettings settings;
    private final TrustedSigners trusted;
    private final Supplier<? extends @Nullable SigningKey> key;
    private final XmlReaderFactory readers = new XmlReaderFactory(MessageLimits.LARGE);

    XmlSignatures(SignatureSettings settings, TrustedSigners trusted, Supplier<? extends @Nullable SigningKey> key) {
        this.settings = settings;
        this.trusted = trusted;
        this.key = key;
    }

    @Override
    public SignatureReport verify(Content document, @Nullable PartnerId sender) {
        SignaturePolicy policy = SignaturePolicy.of(settings, sender);
        if (policy.check() == Check.IGNORED) {
            return new SignatureReport.Unsigned();
        }
        try {
            Element signature = read(document, EnvelopeScan::of).signature();
            if (signature != null) {
                return verified(document, signature, policy);
            }
            if (policy.check() == Check.REQUIRED) {
                throw SignatureRefusals.of(
                        ErrorCode.SIGNATURE_MISSING, "a signature of XMLDSig over the whole document");
            }
            return new SignatureReport.Unsigned();
        } catch (BusException e) {
            if (SignatureRefusals.isOne(e)) {
                return new SignatureReport.Rejected(e.refusal());
            }
            throw e;
        }
    }

    private SignatureReport verified(Content document, Element element, SignaturePolicy policy) {
        Init.init();
        SignatureForm form = SignatureForm.of(element, policy.methods());
        SignerCertificates certificates = SignerCertificates.of(element);
        DocumentDigests digests =
                read(document, reader -> CanonicalDigest.of(reader, form.canonical(), form.digest(), form.files()));
        try {
            XMLSignature signature = new XMLSignature(element, "", true);
            signature.addResourceResolver(new DigestResolver(digests));
            if (!signature.checkSignatureValue(certificates.signer().getPublicKey())) {
                throw SignatureRefusals.invalid("a signature that holds for the document as it is");
            }
        } catch (XMLSecurityException | IllegalArgumentException e) {
            // The latter for broken base64.
            throw SignatureRefusals.invalid("a signature that can be verified");
        }
        trusted.check(certificates.signer(), certificates.others());
        String thumbprint = certificates.thumbprint();
        if (!policy.certificates().isEmpty() && !policy.certificates().contains(thumbprint)) {
            throw SignatureRefusals.untrusted("a certificate that may sign for this sender");
        }
        return new SignatureReport.Signed(
                new DocumentSigner(
                        certificates.signer().getSubjectX500Principal().getName(),
                        certificates.signer().getSerialNumber().toString(16),
                        thumbprint),
                form.method().uri());
    }

    @Override
    public boolean signs() {
        return key.get() != null;
    }

    @Override
    public void sign(Content document, OutputStream out) {
        SigningKey own = key.get();
        try {
            if (own == null) {
                try (InputStream in = document.open()) {
                    in.transferTo(out);
                }
                return;
            }
            Init.init();
            EnvelopeScan.Found found = read(document, EnvelopeScan::of);
            if (found.signature() != null) {
                throw new IllegalArgumentException("A document that is signed goes out as it is");
            }
            DocumentDigests digests = read(document, SignatureMaker::digests);
            SignatureMaker.insert(document, found, new DigestResolver(digests), own, out);
        } catch (IOException e) {
            throw new UncheckedIOException("A document cannot be signed", e);
        }
    }

    /** What is read from a document. */
    private interface Pass<T> {
        T over(XMLStreamReader reader) throws XMLStreamException;
    }

    private <T> T read(Content document, Pass<T> pass) {
        try (InputStream in = document.open()) {
            XMLStreamReader reader = readers.openDocument(in);
            T result = pass.over(reader);
            reader.close();
            return result;
        } catch (XMLStreamException e) {
            throw XmlReaderFactory.failure(e);
        } catch (IOException e) {
            throw new UncheckedIOException("A document cannot be read", e);
        }
    }

    /** Gives the digests of the document, and of its attachments, for the references to them. Nothing else is resolved. */
    static final class DigestResolver extends ResourceResolverSpi {

        private final DocumentDigests digests;

        DigestResolver(DocumentDigests digests) {
            this.digests = digests;
        }

        @Override
        public boolean engineCanResolveURI(ResourceResolverContext context) {
            return true;
        }

        @Override
        public XMLSignatureInput engineResolveURI(ResourceResolverContext context) {
            String uri = context.uriToResolve;
            byte[] digest =
                    uri.isEmpty() ? digests.whole() : digests.files().get(uri.substring(SignatureForm.CID.length()));
            if (digest == null) {
                throw SignatureRefusals.invalid("references to the document and its attachments");
            }
            return new XMLSignatureDigestInput(Base64.getEncoder().encodeToString(digest));
        }
    }
}
