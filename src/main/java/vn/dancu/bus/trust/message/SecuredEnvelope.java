package vn.dancu.bus.trust.message;

import static vn.dancu.bus.trust.message.Names.SOAP;
import static vn.dancu.bus.trust.message.Names.WSSE;
import static vn.dancu.bus.trust.message.Names.WSU;
import static vn.dancu.bus.trust.message.Names.is;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/**
 * The parts of an envelope whose places are the only ones that count: one Header with one Security for us, then one Body.
 *
 * @param blocks the header blocks besides Security
 */
record SecuredEnvelope(
        Element body, Element security, Element token, Element timestamp, Element signature, List<Element> blocks) {

    private static final String ENVELOPE = "Envelope";
    private static final String HEADER = "Header";
    private static final String BODY = "Body";
    private static final String SECURITY = "Security";

    static SecuredEnvelope of(Document document) {
        Element envelope = document.getDocumentElement();
        requireEnvelope(envelope);
        List<Element> parts = Names.children(envelope);
        boolean hasHeader = !parts.isEmpty() && is(parts.get(0), SOAP, HEADER);
        Element body = body(envelope, parts.subList(hasHeader ? 1 : 0, parts.size()));
        if (!hasHeader) {
            throw MessageRefusals.missing("a Header with Security (WS-Security 1.1)");
        }
        List<Element> blocks = new ArrayList<>(Names.children(parts.get(0)));
        Element security = security(blocks);
        blocks.remove(security);
        blocks.forEach(SecuredEnvelope::requireOptional);
        return of(body, security, blocks);
    }

    private static SecuredEnvelope of(Element body, Element security, List<Element> blocks) {
        Element token = null;
        Element timestamp = null;
        Element signature = null;
        for (Element part : Names.children(security)) {
            if (token == null && is(part, WSSE, "BinarySecurityToken")) {
                token = part;
            } else if (timestamp == null && is(part, WSU, "Timestamp")) {
                timestamp = part;
            } else if (signature == null && is(part, Names.DSIG, "Signature")) {
                signature = part;
            } else {
                throw MessageRefusals.forbidden(
                        "one BinarySecurityToken, one Timestamp, one Signature and nothing else");
            }
        }
        if (signature == null) {
            throw MessageRefusals.missing("a Signature in Security");
        }
        if (token == null) {
            throw MessageRefusals.forbidden("the certificate as BinarySecurityToken");
        }
        if (timestamp == null) {
            throw MessageRefusals.timestamp(ErrorCode.TIMESTAMP_MISSING, "is required");
        }
        return new SecuredEnvelope(body, security, token, timestamp, signature, List.copyOf(blocks));
    }

    private static void requireEnvelope(Element envelope) {
        if (!ENVELOPE.equals(envelope.getLocalName())) {
            throw BusException.of(ErrorCode.MESSAGE_INVALID, ENVELOPE, "a SOAP 1.1 envelope");
        }
        if (!SOAP.equals(envelope.getNamespaceURI())) {
            throw BusException.of(
                    ErrorCode.SOAP_VERSION_UNSUPPORTED, ENVELOPE, "a SOAP 1.1 envelope, in namespace " + SOAP);
        }
        if (Names.hasText(envelope)) {
            throw BusException.of(ErrorCode.MESSAGE_INVALID, ENVELOPE, "no text beside the elements");
        }
    }

    private static Element body(Element envelope, List<Element> parts) {
        if (parts.isEmpty()) {
            throw BusException.of(ErrorCode.FIELD_MISSING, BODY, "stands in the Envelope, after the Header");
        }
        if (!is(parts.get(0), SOAP, BODY)) {
            throw BusException.of(ErrorCode.MESSAGE_INVALID, ENVELOPE, "at most one Header, then one Body");
        }
        if (parts.size() > 1) {
            throw is(parts.get(1), SOAP, BODY)
                    ? BusException.of(ErrorCode.FIELD_DUPLICATED, BODY, "comes once")
                    : BusException.of(ErrorCode.MESSAGE_INVALID, ENVELOPE, "nothing follows the Body");
        }
        return parts.get(0);
    }

    /** The one for us; those for others are no matter of ours. */
    private static Element security(List<Element> blocks) {
        Element found = null;
        for (Element block : blocks) {
            if (is(block, WSSE, SECURITY) && isOurs(block)) {
                if (found != null) {
                    throw MessageRefusals.forbidden("one Security for the last receiver");
                }
                found = block;
            }
        }
        if (found == null) {
            throw MessageRefusals.missing("a header Security (WS-Security 1.1) for the last receiver");
        }
        return found;
    }

    private static void requireOptional(Element block) {
        String must = block.getAttributeNS(SOAP, "mustUnderstand").strip();
        if (isOurs(block) && (must.equals("1") || must.equals("true"))) {
            throw BusException.of(
                    ErrorCode.SOAP_HEADER_NOT_UNDERSTOOD, HEADER, "no header but Security that must be understood");
        }
    }

    private static boolean isOurs(Element block) {
        String actor = actor(block);
        return actor == null || actor.isBlank() || actor.strip().equals(Names.NEXT_ACTOR);
    }

    private static @Nullable String actor(Element block) {
        return block.hasAttributeNS(SOAP, "actor") ? block.getAttributeNS(SOAP, "actor") : null;
    }
}
