package vn.dancu.bus.trust.message;

import static vn.dancu.bus.trust.message.Names.DSIG;
import static vn.dancu.bus.trust.message.Names.WSSE;
import static vn.dancu.bus.trust.message.Names.is;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * What a signature says it covers, in the one form that counts: references by wsu:Id to the Body, the Timestamp, the token and header
 * blocks, each through exclusive canonical XML and nothing else. It is read before a key is used.
 *
 * @param info the SignedInfo
 * @param references each element that is referred to, with its reference
 */
record SignedParts(Element info, Map<Element, Element> references) {

    private static final int MAX_REFERENCES = 16;
    private static final String FORM = "SignedInfo, SignatureValue and one KeyInfo in the form of PR-SOAP";
    private static final String REFERENCE_FORM = "a reference by wsu:Id with one transform, exclusive canonical XML";

    static SignedParts of(SecuredEnvelope envelope, ElementIds ids, boolean takesSha1) {
        List<Element> parts = Names.children(envelope.signature());
        if (parts.size() != 3
                || !is(parts.get(0), DSIG, "SignedInfo")
                || !is(parts.get(1), DSIG, "SignatureValue")
                || !is(parts.get(2), DSIG, "KeyInfo")) {
            throw MessageRefusals.forbidden(FORM);
        }
        requireKey(parts.get(2), envelope.token(), ids);
        SignedParts signed = new SignedParts(parts.get(0), references(envelope, parts.get(0), ids, takesSha1));
        signed.requireCoverage(envelope);
        return signed;
    }

    /** The key is that of the token, named directly: no name, no value, no chain, nothing to be fetched. */
    private static void requireKey(Element keyInfo, Element token, ElementIds ids) {
        List<Element> named = Names.children(keyInfo);
        if (named.size() != 1 || !is(named.get(0), WSSE, "SecurityTokenReference")) {
            throw MessageRefusals.forbidden("KeyInfo with one SecurityTokenReference");
        }
        List<Element> reference = Names.children(named.get(0));
        if (reference.size() != 1
                || !is(reference.get(0), WSSE, "Reference")
                || !Names.X509_V3.equals(reference.get(0).getAttributeNS(null, "ValueType"))
                || ids.referredBy(reference.get(0)) != token) {
            throw MessageRefusals.forbidden("a direct Reference to the BinarySecurityToken, ValueType X509v3");
        }
    }

    private static Map<Element, Element> references(
            SecuredEnvelope envelope, Element info, ElementIds ids, boolean takesSha1) {
        List<Element> children = Names.children(info);
        if (children.size() < 3
                || children.size() > MAX_REFERENCES + 2
                || !isExclusive(children.get(0), "CanonicalizationMethod")
                || !is(children.get(1), DSIG, "SignatureMethod")) {
            throw MessageRefusals.forbidden("SignedInfo by exclusive canonical XML, with 2 to 16 references");
        }
        if (!Algorithms.isMethod(children.get(1).getAttributeNS(null, "Algorithm"), takesSha1)
                || !Names.children(children.get(1)).isEmpty()) {
            throw MessageRefusals.forbidden("RSA or ECDSA with SHA-256 or more");
        }
        Map<Element, Element> references = new HashMap<>();
        for (Element reference : children.subList(2, children.size())) {
            requireForm(reference, takesSha1);
            Element target = ids.referredBy(reference);
            if (target == null) {
                throw MessageRefusals.invalid("references to elements of the message");
            }
            if (!isSignable(envelope, target) || references.put(target, reference) != null) {
                throw MessageRefusals.forbidden("references to Body, Timestamp, token and header blocks, each once");
            }
        }
        return references;
    }

    private static void requireForm(Element reference, boolean takesSha1) {
        List<Element> children = Names.children(reference);
        if (!is(reference, DSIG, "Reference")
                || reference.hasAttributeNS(null, "Type")
                || children.size() != 3
                || !is(children.get(0), DSIG, "Transforms")
                || !is(children.get(1), DSIG, "DigestMethod")
                || !is(children.get(2), DSIG, "DigestValue")) {
            throw MessageRefusals.forbidden(REFERENCE_FORM);
        }
        List<Element> transforms = Names.children(children.get(0));
        if (transforms.size() != 1 || !isExclusive(transforms.get(0), "Transform")) {
            throw MessageRefusals.forbidden(REFERENCE_FORM);
        }
        if (!Algorithms.isDigest(children.get(1).getAttributeNS(null, "Algorithm"), takesSha1)
                || !Names.children(children.get(1)).isEmpty()) {
            throw MessageRefusals.forbidden("digests by SHA-256 or more");
        }
    }

    private static boolean isExclusive(Element algorithm, String name) {
        List<Element> parameters = Names.children(algorithm);
        return is(algorithm, DSIG, name)
                && Names.EXCLUSIVE.equals(algorithm.getAttributeNS(null, "Algorithm"))
                && (parameters.isEmpty()
                        || parameters.size() == 1 && is(parameters.get(0), Names.EXCLUSIVE, "InclusiveNamespaces"));
    }

    private static boolean isSignable(SecuredEnvelope envelope, Element target) {
        return target == envelope.body()
                || target == envelope.timestamp()
                || target == envelope.token()
                || envelope.blocks().stream().anyMatch(block -> block == target);
    }

    /** Addressing and X-Road's headers say for whom and from whom a message is: where they stand, they are signed too. */
    private void requireCoverage(SecuredEnvelope envelope) {
        if (!references.containsKey(envelope.body())) {
            throw MessageRefusals.invalid("a signature over the Body");
        }
        if (!references.containsKey(envelope.timestamp())) {
            throw MessageRefusals.invalid("a signature over the Timestamp");
        }
        for (Element block : envelope.blocks()) {
            String namespace = String.valueOf(block.getNamespaceURI());
            if ((namespace.equals(Names.WSA) || namespace.startsWith(Names.XROAD)) && !references.containsKey(block)) {
                throw MessageRefusals.invalid("a signature over the headers of WS-Addressing and X-Road");
            }
        }
    }

    /** The digest method and the digest that stand in the reference to that element. */
    Digest digestOf(Element target) {
        List<Element> parts = Names.children(reference(target));
        return new Digest(
                Algorithms.digest(parts.get(1).getAttributeNS(null, "Algorithm")),
                parts.get(2).getTextContent());
    }

    /** The prefixes that the canonical form of that element declares though it does not use them, separated by spaces; empty for none. */
    String prefixesOf(Element target) {
        Element transform =
                Names.children(Names.children(reference(target)).get(0)).get(0);
        List<Element> parameters = Names.children(transform);
        return parameters.isEmpty() ? "" : parameters.get(0).getAttributeNS(null, "PrefixList");
    }

    private Element reference(Element target) {
        Element reference = references.get(target);
        if (reference == null) {
            throw new IllegalStateException("The element is covered");
        }
        return reference;
    }

    Set<Element> elements() {
        return references.keySet();
    }

    /** @param value in Base64, as it stands in the reference */
    record Digest(String algorithm, String value) {}
}
