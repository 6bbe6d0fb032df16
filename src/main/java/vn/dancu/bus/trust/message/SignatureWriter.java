package vn.dancu.bus.trust.message;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.xml.XmlReaderFactory;
import vn.dancu.bus.signing.SigningKey;

/** Signs a message: Body, Timestamp and every header block, in the form that {@link SignedParts} reads. */
final class SignatureWriter {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final MessageLimits limits;
    private final XmlReaderFactory streams;
    private final Clock clock;

    SignatureWriter(MessageLimits limits, Clock clock) {
        this.limits = limits;
        this.streams = new XmlReaderFactory(limits);
        this.clock = clock;
    }

    byte[] sign(byte[] envelope, SigningKey key) {
        Document document = EnvelopeTree.read(streams, limits, envelope);
        try {
            WSSecHeader header = new WSSecHeader(document);
            header.insertSecurityHeader();
            List<WSEncryptionPart> parts = parts(document);
            WSSecTimestamp timestamp = new WSSecTimestamp(header);
            timestamp.setWsTimeSource(clock::instant);
            timestamp.setTimeToLive((int) LIFE.toSeconds());
            timestamp.build();
            WSSecSignature signature = new WSSecSignature(header);
            signature.setUserInfo("bus", "");
            signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
            signature.setSignatureAlgorithm(key.isElliptic() ? Algorithms.ECDSA_SHA256 : Algorithms.RSA_SHA256);
            signature.setDigestAlgo(Algorithms.SHA256);
            signature.getParts().addAll(parts);
            signature.build(new KeyCrypto(key));
            return written(document);
        } catch (WSSecurityException e) {
            throw new IllegalStateException("A message that the bus wrote can be signed by its key", e);
        }
    }

    private static List<WSEncryptionPart> parts(Document document) {
        List<WSEncryptionPart> parts = new ArrayList<>();
        parts.add(new WSEncryptionPart("Timestamp", Names.WSU, ""));
        for (Element part : Names.children(document.getDocumentElement())) {
            if (Names.is(part, Names.SOAP, "Body")) {
                parts.add(part(part));
            } else {
                Names.children(part).stream()
                        .filter(block -> !Names.is(block, Names.WSSE, "Security"))
                        .forEach(block -> parts.add(part(block)));
            }
        }
        return parts;
    }

    private static WSEncryptionPart part(Element element) {
        WSEncryptionPart part = new WSEncryptionPart(element.getLocalName(), element.getNamespaceURI(), "");
        part.setElement(element);
        return part;
    }

    private static byte[] written(Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
        try {
            Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_OMIT_COMMENTS).canonicalizeSubtree(document, out);
            return out.toByteArray();
        } catch (XMLSecurityException e) {
            throw new IllegalStateException("A tree has a canonical form", e);
        }
    }
}
