package vn.dancu.bus.trust.message;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import vn.dancu.bus.fixtures.Authority;

/**
 * The messages of {@code wire/signed}: the first comment of each says what is to come of it. Those of {@code moved/} are put together from the
 * pieces of {@code original.xml}, which WSS4J signed well; those of {@code forms/} are signed as they stand, by Santuario alone.
 *
 * <p>{@code {{piece|from|to}}} is a piece with something replaced.
 */
final class SignedCorpus {

    static final Path FOLDER = Path.of("src/test/resources/wire/signed");
    static final Instant NOW = Authority.NOW;

    private static final Pattern EXPECTED = Pattern.compile("<!-- ([a-z0-9_]+) -->");
    private static final Pattern PIECE = Pattern.compile("\\{\\{([^{}]+)}}");
    private static final Pattern NAMED = Pattern.compile("@([a-z0-9-]+)@");
    private static final Pattern TIME = Pattern.compile("now([+-])(\\d+)([ms])");
    private static final Pattern VALUE = Pattern.compile("(?s)(<ds:SignatureValue[^>]*>)(.*?)(</ds:SignatureValue>)");
    private static final Pattern KEY_INFO = Pattern.compile("(?s)<ds:KeyInfo.*</ds:KeyInfo>");

    private final Map<String, String> pieces = new HashMap<>();
    private final Authority.Holder holder;

    SignedCorpus(Authority.Holder holder, Authority.Holder another, Authority.Holder weak, byte[] signed, byte[] other)
            throws Exception {
        this.holder = holder;
        Init.init();
        pieces.put("now", NOW.toString());
        pieces.put("certificate", base64(holder.certificate().getEncoded()));
        pieces.put("certificate-of-another", base64(another.certificate().getEncoded()));
        pieces.put("weak-certificate", base64(weak.certificate().getEncoded()));
        pieces.put("long", "A".repeat(40_000));
        pieces.put("deep", "<w:W xmlns:w=\"urn:w\">".repeat(200) + "</w:W>".repeat(200));
        pieces.put("references-10000", "<ds:Reference URI=\"#body\"/>".repeat(10_000));
        take(tree(signed));
        Document second = tree(other);
        pieces.put(
                "signature-of-another-message",
                text(only(second, Names.DSIG, "Signature"))
                        .replace(
                                only(second, Names.WSSE, "BinarySecurityToken").getAttributeNS(Names.WSU, "Id"),
                                known("token-id")));
        pieces.put(
                "token-of-another",
                pieces.get("token").replace(pieces.get("certificate"), pieces.get("certificate-of-another")));
    }

    private void take(Document signed) throws XMLSecurityException {
        Element body = only(signed, Names.SOAP, "Body");
        Element token = only(signed, Names.WSSE, "BinarySecurityToken");
        Element timestamp = only(signed, Names.WSU, "Timestamp");
        String signature = text(only(signed, Names.DSIG, "Signature"));
        pieces.put("security", text(only(signed, Names.WSSE, "Security")));
        pieces.put("body", text(body));
        pieces.put("token", text(token).replaceAll("\\s+(?=[A-Za-z0-9+/=]*<)", ""));
        pieces.put("timestamp", text(timestamp));
        pieces.put("signature", signature);
        pieces.put("signature-2", signature.replace("Id=\"SIG", "Id=\"xSIG"));
        pieces.put("body-id", body.getAttributeNS(Names.WSU, "Id"));
        pieces.put("token-id", token.getAttributeNS(Names.WSU, "Id"));
        pieces.put("timestamp-id", timestamp.getAttributeNS(Names.WSU, "Id"));
        Matcher value = VALUE.matcher(signature);
        if (!value.find()) {
            throw new IllegalStateException("A signature has a value");
        }
        char first = value.group(2).charAt(0);
        pieces.put(
                "signature-with-other-value",
                value.replaceFirst("$1" + (first == 'A' ? 'B' : 'A')
                        + Matcher.quoteReplacement(value.group(2).substring(1)) + "$3"));
        pieces.put("signature-without-value", value.replaceFirst("$1$3"));
        Matcher info = KEY_INFO.matcher(signature);
        if (!info.find()) {
            throw new IllegalStateException("A signature has a key info");
        }
        pieces.put("key-info", info.group());
        pieces.put("signature-with-key-info", signature);
    }

    static Stream<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.sorted().toList().stream();
        }
    }

    static String expected(Path file) throws IOException {
        Matcher matcher = EXPECTED.matcher(Files.readString(file));
        if (!matcher.find()) {
            throw new IllegalStateException("The first comment says what is to come of it");
        }
        return matcher.group(1);
    }

    static byte[] original() throws IOException {
        return Files.readAllBytes(FOLDER.resolve("original.xml"));
    }

    byte[] moved(Path file) throws IOException {
        return filled(template(file)).getBytes(StandardCharsets.UTF_8);
    }

    /** The message of that form; where nobody can sign such a form, its values are made up. */
    byte[] formed(Path file) throws Exception {
        String text = filled(template(file));
        Document document = tree(text.getBytes(StandardCharsets.UTF_8));
        Element signature = only(document, Names.DSIG, "Signature");
        try {
            XMLSignature made = new XMLSignature(signature, "", false);
            for (int i = 0; i < made.getSignedInfo().getLength(); i++) {
                made.getSignedInfo().item(i);
            }
            made.sign(key(made.getSignedInfo().getSignatureMethodURI()));
        } catch (XMLSecurityException | RuntimeException e) {
            return text.replace("<ds:DigestValue/>", "<ds:DigestValue>AAAA</ds:DigestValue>")
                    .replace("<ds:SignatureValue/>", "<ds:SignatureValue>AAAA</ds:SignatureValue>")
                    .getBytes(StandardCharsets.UTF_8);
        }
        return octets(document);
    }

    private Key key(String method) {
        return method.contains("hmac")
                ? new SecretKeySpec(holder.pair().getPublic().getEncoded(), "HMAC")
                : holder.pair().getPrivate();
    }

    /** Without the comments that speak to the reader: a document type stands before everything. */
    private static String template(Path file) throws IOException {
        return Files.readString(file).replaceFirst("(?s)^(<!-- [^>]* -->\\n)+", "");
    }

    /** The innermost pieces first. */
    private String filled(String template) {
        String text = template;
        Matcher next = PIECE.matcher(text);
        while (next.find()) {
            text = text.substring(0, next.start()) + piece(next.group(1)) + text.substring(next.end());
            next = PIECE.matcher(text);
        }
        return text;
    }

    private String piece(String directive) {
        String[] parts = directive.split("\\|", -1);
        Matcher time = TIME.matcher(parts[0]);
        if (time.matches()) {
            Duration by = time.group(3).equals("m")
                    ? Duration.ofMinutes(Long.parseLong(time.group(2)))
                    : Duration.ofSeconds(Long.parseLong(time.group(2)));
            return (time.group(1).equals("+") ? NOW.plus(by) : NOW.minus(by)).toString();
        }
        String text = known(parts[0]);
        for (int i = 1; i < parts.length; i += 2) {
            String from = named(parts[i]);
            if (!text.contains(from)) {
                throw new IllegalStateException("A case changes nothing: " + directive);
            }
            text = text.replace(from, named(parts[i + 1]));
        }
        return text;
    }

    private String named(String text) {
        return NAMED.matcher(text).replaceAll(match -> Matcher.quoteReplacement(known(match.group(1))));
    }

    private String known(String name) {
        String piece = pieces.get(name);
        if (piece == null) {
            throw new IllegalStateException("No such piece: " + name);
        }
        return piece;
    }

    private static Element only(Document document, String namespace, String name) {
        NodeList found = document.getElementsByTagNameNS(namespace, name);
        if (found.getLength() == 0) {
            throw new IllegalStateException("There is no " + name);
        }
        return (Element) found.item(0);
    }

    static Document tree(byte[] text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(text));
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.hasAttributeNS(Names.WSU, "Id")) {
                element.setIdAttributeNS(Names.WSU, "Id", true);
            }
        }
        return document;
    }

    private static String text(Element element) throws XMLSecurityException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_WITH_COMMENTS).canonicalizeSubtree(element, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] octets(Document document) throws XMLSecurityException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_WITH_COMMENTS).canonicalizeSubtree(document, out);
        return out.toByteArray();
    }

    private static String base64(byte @Nullable [] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
