package vn.dancu.bus.document.signature;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.xml.security.algorithms.JCEMapper;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.stax.ext.stax.XMLSecEventFactory;
import org.apache.xml.security.stax.impl.transformer.canonicalizer.Canonicalizer11_OmitCommentsTransformer;
import org.apache.xml.security.stax.impl.transformer.canonicalizer.Canonicalizer20010315_ExclOmitCommentsTransformer;
import org.apache.xml.security.stax.impl.transformer.canonicalizer.Canonicalizer20010315_OmitCommentsTransformer;
import org.apache.xml.security.stax.impl.transformer.canonicalizer.CanonicalizerBase;
import org.apache.xml.security.utils.Constants;
import org.apache.xml.security.utils.UnsyncBufferedOutputStream;

/**
 * The digest of a document in canonical form, without its signature, as the parser passes by it. The canonical forms are those
 * of Santuario's streams; comments are left out by each.
 */
final class CanonicalDigest {

    private static final int BUFFER = 1 << 13;

    private final XMLStreamReader reader;
    private final CanonicalizerBase canonicalizer;
    private final AttachmentDigests attachments;
    // The half of a character that a piece of text ended with.
    private char half;

    private CanonicalDigest(XMLStreamReader reader, String canonical, Map<String, String> files, OutputStream out) {
        this.reader = reader;
        this.canonicalizer = canonicalizer(canonical, out);
        this.attachments = new AttachmentDigests(files);
    }

    /**
     * Reads a document to its end.
     *
     * @param reader before the document: what stands beside the root belongs to it
     * @param files as {@link SignatureForm#files}
     * @throws vn.dancu.bus.kernel.BusException {@code signature_invalid} where an attachment that is signed is not there
     */
    static DocumentDigests of(XMLStreamReader reader, String canonical, String digest, Map<String, String> files)
            throws XMLStreamException {
        MessageDigest whole = messageDigest(digest);
        try (OutputStream out = new UnsyncBufferedOutputStream(
                new DigestOutputStream(OutputStream.nullOutputStream(), whole), BUFFER)) {
            CanonicalDigest pass = new CanonicalDigest(reader, canonical, files, out);
            pass.read();
            out.flush();
            return new DocumentDigests(whole.digest(), pass.attachments.digests());
        } catch (IOException e) {
            throw new UncheckedIOException("A digest takes every byte", e);
        }
    }

    private void read() throws XMLStreamException {
        pass();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT && isSignature()) {
                skip();
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE || event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("dtd");
            } else if (event != XMLStreamConstants.COMMENT) {
                pass();
            }
        }
    }

    private void pass() throws XMLStreamException {
        switch (reader.getEventType()) {
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> text();
            case XMLStreamConstants.START_ELEMENT -> {
                attachments.start(reader.getLocalName());
                canonicalizer.transform(XMLSecEventFactory.allocate(reader, null));
            }
            case XMLStreamConstants.END_ELEMENT -> {
                attachments.end(reader.getLocalName());
                canonicalizer.transform(XMLSecEventFactory.allocate(reader, null));
            }
            default -> canonicalizer.transform(XMLSecEventFactory.allocate(reader, null));
        }
    }

    private void text() throws XMLStreamException {
        int length = reader.getTextLength();
        int before = half == 0 ? 0 : 1;
        char[] text = new char[before + length];
        if (before > 0) {
            text[0] = half;
        }
        System.arraycopy(reader.getTextCharacters(), reader.getTextStart(), text, before, length);
        half = text.length > 0 && Character.isHighSurrogate(text[text.length - 1]) ? text[text.length - 1] : 0;
        int whole = text.length - (half == 0 ? 0 : 1);
        canonicalizer.transform(XMLSecEventFactory.createXmlSecCharacters(text, 0, whole));
        attachments.text(text, whole);
    }

    private boolean isSignature() {
        return Constants._TAG_SIGNATURE.equals(reader.getLocalName())
                && Constants.SignatureSpecNS.equals(reader.getNamespaceURI());
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static CanonicalizerBase canonicalizer(String uri, OutputStream out) {
        CanonicalizerBase canonicalizer =
                switch (uri) {
                    case Canonicalizer.ALGO_ID_C14N_OMIT_COMMENTS ->
                        new Canonicalizer20010315_OmitCommentsTransformer();
                    case Canonicalizer.ALGO_ID_C14N11_OMIT_COMMENTS -> new Canonicalizer11_OmitCommentsTransformer();
                    case Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS ->
                        new Canonicalizer20010315_ExclOmitCommentsTransformer();
                    default -> throw new IllegalArgumentException("Not an accepted canonical form");
                };
        try {
            canonicalizer.setOutputStream(out);
        } catch (XMLSecurityException e) {
            throw new IllegalStateException("A canonical form is written to a stream", e);
        }
        return canonicalizer;
    }

    static MessageDigest messageDigest(String uri) {
        try {
            return MessageDigest.getInstance(JCEMapper.translateURItoJCEID(uri));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK has the digests that are accepted", e);
        }
    }
}
