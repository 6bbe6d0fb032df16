package vn.dancu.bus.document.signature;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.transforms.Transforms;
import org.apache.xml.security.utils.Constants;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import vn.dancu.bus.kernel.BusException;

/**
 * The one form of signature that counts, read strictly: SignedInfo with a reference to the whole document (URI ""), without the
 * signature itself and in a canonical form without comments, and references to attachments ({@code cid:}); SignatureValue;
 * KeyInfo with certificates. There is nothing in it that could be taken for a part of the document.
 *
 * @param method the algorithm of the signature
 * @param canonical the canonical form of the whole document, by its URI
 * @param digest the algorithm of the digest of the whole document, by its URI
 * @param files digest algorithms of attachments by content id, without {@code cid:}
 */
record SignatureForm(SignatureMethod method, String canonical, String digest, Map<String, String> files) {

    static final String CID = "cid:";

    private static final Set<String> CANONICAL_FORMS = Set.of(
            Canonicalizer.ALGO_ID_C14N_OMIT_COMMENTS,
            Canonicalizer.ALGO_ID_C14N11_OMIT_COMMENTS,
            Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
    private static final int MAX_FILES = 30;

    SignatureForm {
        files = Map.copyOf(files);
    }

    /**
     * @throws BusException {@code signature_forbidden} where it has any other form
     */
    static SignatureForm of(Element signature, Set<SignatureMethod> accepted) {
        List<Element> parts = children(signature);
        require(
                names(parts).equals(List.of("SignedInfo", "SignatureValue", "KeyInfo")),
                "SignedInfo, SignatureValue and KeyInfo only");
        List<Element> signedInfo = children(parts.get(0));
        require(
                signedInfo.size() >= 3
                        && names(signedInfo.subList(0, 2)).equals(List.of("CanonicalizationMethod", "SignatureMethod")),
                "CanonicalizationMethod, SignatureMethod and References");
        require(CANONICAL_FORMS.contains(plainAlgorithm(signedInfo.get(0))), "canonical XML without comments");
        String uri = plainAlgorithm(signedInfo.get(1));
        SignatureMethod method = accepted.stream()
                .filter(one -> one.uri().equals(uri))
                .findFirst()
                .orElseThrow(() -> SignatureRefusals.forbidden("an accepted signature algorithm"));
        for (Element part : children(parts.get(2))) {
            require(
                    Set.of("X509Data", "KeyName", "KeyValue").contains(part.getLocalName()),
                    "X509Data, KeyName and KeyValue in KeyInfo");
        }
        return references(method, signedInfo.subList(2, signedInfo.size()));
    }

    private static SignatureForm references(SignatureMethod method, List<Element> references) {
        String canonical = "";
        String digest = "";
        Map<String, String> files = new HashMap<>();
        require(references.size() <= MAX_FILES, "at most " + MAX_FILES + " references");
        for (Element reference : references) {
            require(
                    reference.getLocalName().equals("Reference") && reference.hasAttributeNS(null, "URI"),
                    "References with URI");
            String uri = reference.getAttributeNS(null, "URI");
            List<Element> parts = children(reference);
            String algorithm = digest(parts);
            require(method.accepts(algorithm), "an accepted digest algorithm");
            if (uri.isEmpty()) {
                require(digest.isEmpty(), "one reference to the whole document");
                canonical = canonical(parts);
                digest = algorithm;
            } else {
                require(
                        uri.startsWith(CID) && parts.size() == 2,
                        "references to the document (\"\") and its attachments (cid:)");
                require(files.put(uri.substring(CID.length()), algorithm) == null, "one reference to each attachment");
            }
        }
        require(!digest.isEmpty(), "a reference to the whole document, URI \"\"");
        return new SignatureForm(method, canonical, digest, files);
    }

    private static String digest(List<Element> parts) {
        List<String> names = names(parts);
        int at = names.indexOf("DigestMethod");
        require(
                at >= 0 && at == names.size() - 2 && names.get(at + 1).equals("DigestValue"),
                "DigestMethod and DigestValue");
        return plainAlgorithm(parts.get(at));
    }

    /** The canonical form at the end of the transforms: C14N 1.0 where they name none (XMLDSig §4.4.3.2). */
    private static String canonical(List<Element> parts) {
        require(parts.size() == 3 && parts.get(0).getLocalName().equals("Transforms"), "Transforms");
        List<String> transforms = children(parts.get(0)).stream()
                .map(SignatureForm::plainAlgorithm)
                .toList();
        require(
                !transforms.isEmpty()
                        && transforms.size() <= 2
                        && transforms.get(0).equals(Transforms.TRANSFORM_ENVELOPED_SIGNATURE)
                        && transforms.stream().skip(1).allMatch(CANONICAL_FORMS::contains),
                "the enveloped-signature transform, then canonical XML without comments");
        return transforms.size() == 2 ? transforms.get(1) : Canonicalizer.ALGO_ID_C14N_OMIT_COMMENTS;
    }

    /** The algorithm of an element without parameters. */
    private static String plainAlgorithm(Element element) {
        require(children(element).isEmpty(), "algorithms without parameters");
        return element.getAttributeNS(null, "Algorithm");
    }

    private static List<String> names(List<Element> elements) {
        return elements.stream().map(Node::getLocalName).toList();
    }

    /** The child elements, each of XMLDSig's own namespace. */
    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                require(Constants.SignatureSpecNS.equals(element.getNamespaceURI()), "elements of XMLDSig only");
                children.add(element);
            }
        }
        return children;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw SignatureRefusals.forbidden(rule);
        }
    }
}
