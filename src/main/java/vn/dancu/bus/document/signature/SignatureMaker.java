package vn.dancu.bus.document.signature;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.xml.security.algorithms.MessageDigestAlgorithm;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.keys.content.X509Data;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;
import org.apache.xml.security.utils.resolver.ResourceResolverSpi;
import org.w3c.dom.Document;
import vn.dancu.bus.message.Content;
import vn.dancu.bus.signing.SigningKey;

/** Makes the signature of a document and puts it at the end of its header, where published samples have it. */
final class SignatureMaker {

    private static final String CANONICAL = Canonicalizer.ALGO_ID_C14N_OMIT_COMMENTS;
    private static final String DIGEST = MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA256;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER = 1 << 14;

    private SignatureMaker() {}

    static DocumentDigests digests(XMLStreamReader reader) throws XMLStreamException {
        return CanonicalDigest.of(reader, CANONICAL, DIGEST, Map.of());
    }

    static void insert(
            Content document, EnvelopeScan.Found found, ResourceResolverSpi digests, SigningKey key, OutputStream out)
            throws IOException {
        String signature = signature(found, digests, key);
        PushbackReader in = new PushbackReader(new InputStreamReader(document.open(), StandardCharsets.UTF_8));
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (in) {
            // The parser does not count a byte order mark.
            int first = in.read();
            if (first != BYTE_ORDER_MARK) {
                in.unread(first);
            }
            copy(in, writer, found.headerEnd());
            writer.write(signature);
            in.transferTo(writer);
            writer.flush();
        }
    }

    private static String signature(EnvelopeScan.Found found, ResourceResolverSpi digests, SigningKey key) {
        Document around = found.header().getOwnerDocument();
        try {
            XMLSignature signature =
                    new XMLSignature(around, "", SignatureMethod.of(key).uri(), CANONICAL);
            found.header().appendChild(signature.getElement());
            signature.addResourceResolver(digests);
            Transforms transforms = new Transforms(around);
            transforms.addTransform(Transforms.TRANSFORM_ENVELOPED_SIGNATURE);
            transforms.addTransform(CANONICAL);
            signature.addDocument("", transforms, DIGEST);
            X509Data certificates = new X509Data(around);
            for (X509Certificate certificate : key.chain()) {
                certificates.addCertificate(certificate);
            }
            signature.getKeyInfo().add(certificates);
            signature.sign(key.key());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS)
                    .canonicalizeSubtree(signature.getElement(), bytes);
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (XMLSecurityException e) {
            throw new IllegalStateException("The key of the bus signs", e);
        }
    }

    private static void copy(Reader in, Writer out, int units) throws IOException {
        char[] buffer = new char[BUFFER];
        for (int left = units; left > 0; ) {
            int read = in.read(buffer, 0, Math.min(left, BUFFER));
            if (read < 0) {
                throw new EOFException("A document ends before its header does");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
