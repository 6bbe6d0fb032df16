package vn.dancu.bus.trust.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.WSDataRef;
import org.apache.wss4j.dom.engine.WSSConfig;
import org.apache.wss4j.dom.engine.WSSecurityEngine;
import org.apache.wss4j.dom.engine.WSSecurityEngineResult;
import org.apache.wss4j.dom.handler.RequestData;
import org.apache.wss4j.dom.handler.WSHandlerResult;
import org.apache.wss4j.dom.processor.Processor;
import org.apache.wss4j.dom.validate.Validator;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.dancu.bus.kernel.Sha256;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.xml.XmlReaderFactory;

/**
 * Verifies a message and hands on what was verified. The form comes first, then the owner of the certificate, then WSS4J with its key. The Body
 * that is handed on is the octets whose digest was signed: they are made once more and compared with it.
 */
final class SignatureVerifier {

    private static final byte[] BEFORE =
            ("<soap:Envelope xmlns:soap=\"" + Names.SOAP + "\">").getBytes(StandardCharsets.UTF_8);
    private static final byte[] AFTER = "</soap:Envelope>".getBytes(StandardCharsets.UTF_8);

    /** Who may sign is asked before. */
    private static final Validator DECIDED_BEFORE = (credential, data) -> credential;

    /** The time is checked by the clock of the bus; WSS4J takes no zone but UTC, and nothing finer than milliseconds. */
    private static final Processor READ_BEFORE = (element, data) -> List.of();

    private final MessageLimits limits;
    private final XmlReaderFactory streams;
    private final WSSecurityEngine engine = new WSSecurityEngine();
    private final WSSConfig config;
    private final Clock clock;

    SignatureVerifier(MessageLimits limits, WSSConfig config, Clock clock) {
        this.limits = limits;
        this.streams = new XmlReaderFactory(limits);
        this.config = config;
        this.clock = clock;
        config.setValidator(WSConstants.SIGNATURE, DECIDED_BEFORE);
        config.setProcessor(WSConstants.TIMESTAMP, READ_BEFORE);
        engine.setWssConfig(config);
    }

    SignedMessage verify(byte[] message, SignatureTerms terms, SignerCheck signers) {
        Document document = EnvelopeTree.read(streams, limits, message);
        SecuredEnvelope envelope = SecuredEnvelope.of(document);
        SignedParts signed = SignedParts.of(envelope, ElementIds.of(document), terms.takesSha1());
        signers.require(TokenReader.certificate(envelope.token()));
        TimestampCheck.require(envelope.timestamp(), terms, clock.instant());
        requireCovered(signed.elements(), covered(envelope.security()));
        byte[] body = canonical(envelope.body(), signed.prefixesOf(envelope.body()));
        requireDigest(body, signed.digestOf(envelope.body()));
        return new SignedMessage(envelope(body), Sha256.of(canonical(signed.info(), "")));
    }

    /** The elements whose digests and whose signature WSS4J found right; each is equal to itself alone. */
    private Set<Element> covered(Element security) {
        RequestData data = new RequestData();
        data.setWssConfig(config);
        data.setSigVerCrypto(new KeyCrypto(null));
        try {
            WSHandlerResult result = engine.processSecurityHeader(security, data);
            Set<Element> covered = new HashSet<>();
            for (WSSecurityEngineResult each : signatures(result)) {
                for (WSDataRef reference : references(each)) {
                    covered.add(reference.getProtectedElement());
                }
            }
            return covered;
        } catch (WSSecurityException e) {
            throw MessageRefusals.invalid("a signature by the key of the token over the message as it is sent");
        }
    }

    private static List<WSSecurityEngineResult> signatures(WSHandlerResult result) {
        List<WSSecurityEngineResult> found = result.getActionResults().get(WSConstants.SIGN);
        return found == null ? List.of() : found;
    }

    private static List<WSDataRef> references(WSSecurityEngineResult signature) {
        List<WSDataRef> found = new ArrayList<>();
        if (signature.get(WSSecurityEngineResult.TAG_DATA_REF_URIS) instanceof List<?> references) {
            for (Object one : references) {
                found.add((WSDataRef) one);
            }
        }
        return found;
    }

    private static void requireCovered(Set<Element> wanted, Set<Element> covered) {
        if (!covered.containsAll(wanted)) {
            throw MessageRefusals.invalid("a signature over the elements that it refers to");
        }
    }

    private static void requireDigest(byte[] octets, SignedParts.Digest signed) {
        try {
            byte[] expected = Base64.getMimeDecoder().decode(signed.value());
            if (!MessageDigest.isEqual(
                    expected, MessageDigest.getInstance(signed.algorithm()).digest(octets))) {
                throw MessageRefusals.invalid("a digest over the Body as it is sent");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-1 and SHA-2 are part of every JDK", e);
        } catch (IllegalArgumentException e) {
            throw MessageRefusals.invalid("a digest in Base64");
        }
    }

    private static byte[] canonical(Element element, String prefixes) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(1024);
        try {
            Canonicalizer canonicalizer = Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
            if (prefixes.isEmpty()) {
                canonicalizer.canonicalizeSubtree(element, octets);
            } else {
                canonicalizer.canonicalizeSubtree(element, prefixes, octets);
            }
            return octets.toByteArray();
        } catch (XMLSecurityException e) {
            throw new IllegalStateException("A tree that was read has a canonical form", e);
        }
    }

    private static byte[] envelope(byte[] body) {
        ByteArrayOutputStream envelope = new ByteArrayOutputStream(BEFORE.length + body.length + AFTER.length);
        envelope.writeBytes(BEFORE);
        envelope.writeBytes(body);
        envelope.writeBytes(AFTER);
        return envelope.toByteArray();
    }
}
