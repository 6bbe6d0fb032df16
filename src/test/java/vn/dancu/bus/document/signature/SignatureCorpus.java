package vn.dancu.bus.document.signature;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.signature.XMLSignatureByteInput;
import org.apache.xml.security.signature.XMLSignatureInput;
import org.apache.xml.security.utils.Constants;
import org.apache.xml.security.utils.resolver.ResourceResolverContext;
import org.apache.xml.security.utils.resolver.ResourceResolverSpi;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The documents of {@code signature/}: the first comment of each says what is to come of it. Those of {@code wrapping/} take the
 * signature of {@code original.xml} to another place or document; those of {@code forms/} are signed as they stand, by Santuario
 * over DOM.
 */
final class SignatureCorpus {

    static final Path FOLDER = Path.of("src/test/resources/signature");
    static final String LIST = "so-dinh-danh\n999200000001\n";
    private static final Pattern EXPECTED = Pattern.compile("<!-- ([a-z_]+) -->");

    private SignatureCorpus() {}

    static Stream<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.sorted().toList().stream();
        }
    }

    static String expected(String text) {
        Matcher matcher = EXPECTED.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("The first comment says what is to come of it");
        }
        return matcher.group(1);
    }

    static String original(String signature) throws IOException {
        return Files.readString(FOLDER.resolve("original.xml")).replace("{{signature}}", signature);
    }

    /** A document of wrapping/ with the signature that holds for original.xml. */
    static String wrapped(String template, String signature) throws IOException {
        String original = original(signature);
        String root = original.substring(original.indexOf("<edXML "));
        return template.replace(
                        "{{signature-with-original-in-object}}",
                        signature.replace("</ds:Signature>", "<ds:Object>" + root + "</ds:Object></ds:Signature>"))
                .replace(
                        "{{signature-in-a-signature}}",
                        signature.replace("</ds:Signature>", "<ds:Object>" + signature + "</ds:Object></ds:Signature>"))
                .replace(
                        "{{signature-without-namespace}}",
                        signature.replace(
                                Constants.SignatureSpecNS + "\"", "http://www.mic.gov.vn/TBT/QCVN_102_2016\""))
                .replace("{{original}}", root)
                .replace("{{signature}}", signature);
    }

    /** A document of forms/, signed as it stands. */
    static byte[] signed(String template, Key key, X509Certificate certificate) throws Exception {
        Document document = parse(
                template.replace("{{certificate}}", Base64.getEncoder().encodeToString(certificate.getEncoded())));
        Element element = (Element) document.getElementsByTagNameNS(Constants.SignatureSpecNS, "Signature")
                .item(0);
        try {
            XMLSignature signature = new XMLSignature(element, "", false);
            signature.addResourceResolver(new Outside());
            // Santuario makes its references when they are first asked for.
            for (int i = 0; i < signature.getSignedInfo().getLength(); i++) {
                signature.getSignedInfo().item(i);
            }
            boolean shared = signature.getSignedInfo().getSignatureMethodURI().contains("hmac");
            signature.sign(shared ? new SecretKeySpec(certificate.getPublicKey().getEncoded(), "HmacSHA256") : key);
        } catch (XMLSecurityException e) {
            // A form that Santuario itself does not sign stays unsigned; it is refused for its form.
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(document), new StreamResult(out));
        return out.toByteArray();
    }

    private static Document parse(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        Document document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.hasAttributeNS(null, "Id")) {
                element.setIdAttributeNS(null, "Id", true);
            }
        }
        return document;
    }

    /** Attachments, and pages and files that a signer could name. */
    private static final class Outside extends ResourceResolverSpi {

        @Override
        public boolean engineCanResolveURI(ResourceResolverContext context) {
            return context.uriToResolve != null && context.uriToResolve.matches("(cid|http|file):.*");
        }

        @Override
        public XMLSignatureInput engineResolveURI(ResourceResolverContext context) {
            return new XMLSignatureByteInput(LIST.getBytes(StandardCharsets.UTF_8));
        }
    }
}
