package vn.dancu.bus.message.xroad;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.grammar.FieldRefusals;

/** The header fields among the blocks of a SOAP header, by the rules of the message protocol 4.0 (PR-MESS §2). */
final class HeaderBlocks {

    /** Of a fault that a security server made: such a fault has no header fields. */
    static final XRoadHeader NONE = new XRoadHeader(
            XRoadId.member("none", "none", "none"), null, null, null, null, null, null, null, List.of());

    private static final String HEADER = "Header";
    private static final String IDENTIFIERS = "http://x-road.eu/xsd/identifiers";
    private static final Set<String> WITH_CODES = Set.of("client", "service", "centralService", "securityServer");
    private static final Set<String> UNDERSTOOD = Set.of(XRoadMessage.NAMESPACE, XRoadEnvelopes.REPRESENTATION);
    private static final String NEXT_ACTOR = "http://schemas.xmlsoap.org/soap/actor/next";
    private static final Pattern VERSION = Pattern.compile("4\\.([0-9]+|x)");
    private static final int MAX_LENGTH = 255;

    private HeaderBlocks() {}

    static XRoadHeader header(List<Node> blocks) {
        if (blocks.isEmpty()) {
            throw FieldRefusals.missing(HEADER, "the header fields of X-Road");
        }
        blocks.forEach(HeaderBlocks::requireForm);
        requireOnce(blocks);
        Node fields =
                Node.of("Headers", blocks.stream().map(HeaderBlocks::field).toList());
        for (String mandatory : List.of("client", "id", "protocolVersion")) {
            if (fields.child(mandatory) == null) {
                throw FieldRefusals.missing(path(mandatory), "required");
            }
        }
        String version = fields.value("protocolVersion");
        if (version == null || !VERSION.matcher(version.strip()).matches()) {
            throw FieldRefusals.invalid(path("protocolVersion"), "4.0, or another version of the message protocol 4");
        }
        requireText(fields, "id", true);
        requireText(fields, "userId", false);
        requireText(fields, "issue", false);
        XRoadHeader header = inHeader(fields);
        requirePlain("client", header.client());
        requirePlain("service", header.service());
        return header;
    }

    /**
     * A field is what a security server takes for one, or the message is refused: it has shown who the client is by its own reading, and a
     * block that only looks like a field here would name another client.
     */
    private static void requireForm(Node block) {
        if (block.isOwn()) {
            throw BusException.of(
                    ErrorCode.MESSAGE_INVALID, HEADER, "blocks in a namespace, as SOAP 1.1 has them (§4.2)");
        }
        if (isField(block) && WITH_CODES.contains(block.name())) {
            requireCodes(block);
        }
        if (!UNDERSTOOD.contains(String.valueOf(block.namespace())) && mustBeUnderstood(block)) {
            throw BusException.of(
                    ErrorCode.SOAP_HEADER_NOT_UNDERSTOOD,
                    HEADER,
                    "no block but those of X-Road that must be understood");
        }
    }

    private static void requireCodes(Node field) {
        Set<String> seen = new HashSet<>();
        for (Node code : field.children()) {
            if (!IDENTIFIERS.equals(code.namespace()) || !seen.add(code.name())) {
                throw FieldRefusals.invalid(
                        path(field.name()), "codes of an identifier, each once and in its namespace");
            }
        }
    }

    private static boolean mustBeUnderstood(Node block) {
        String must = block.attribute(XRoadEnvelopes.SOAP, "mustUnderstand");
        String actor = block.attribute(XRoadEnvelopes.SOAP, "actor");
        boolean isOurs = actor == null || actor.isBlank() || actor.strip().equals(NEXT_ACTOR);
        return isOurs
                && must != null
                && (must.strip().equals("1") || must.strip().equals("true"));
    }

    private static boolean isField(Node block) {
        return XRoadMessage.NAMESPACE.equals(block.namespace());
    }

    private static void requireOnce(List<Node> blocks) {
        Set<String> seen = new HashSet<>();
        for (Node block : blocks) {
            boolean isXRoad = UNDERSTOOD.contains(String.valueOf(block.namespace()));
            if (isXRoad && !seen.add(block.name())) {
                throw FieldRefusals.duplicated(path(block.name()));
            }
        }
    }

    /** The field by its own name, where the mapper looks for it; another block as it stands. */
    private static Node field(Node block) {
        return isField(block)
                ? new Node(
                        null,
                        block.name(),
                        block.attributes(),
                        block.text().strip(),
                        null,
                        block.children().stream().map(HeaderBlocks::code).toList())
                : block;
    }

    private static Node code(Node code) {
        return new Node(
                IDENTIFIERS.equals(code.namespace()) ? null : code.namespace(),
                code.name(),
                code.attributes(),
                code.text().strip(),
                null,
                code.children());
    }

    private static XRoadHeader inHeader(Node fields) {
        try {
            return HeaderTreeMapper.header(fields);
        } catch (BusException e) {
            String field = String.valueOf(e.refusal().field());
            throw BusException.of(
                    e.refusal().code(), path(field), String.valueOf(e.refusal().rule()));
        }
    }

    private static void requireText(Node fields, String name, boolean filled) {
        Node field = fields.child(name);
        if (field == null) {
            return;
        }
        String text = field.text();
        if (!field.children().isEmpty()
                || text.length() > MAX_LENGTH
                || (filled && text.isEmpty())
                || text.chars().anyMatch(Character::isISOControl)) {
            throw FieldRefusals.invalid(path(name), "1 to 255 characters, no control character");
        }
    }

    private static void requirePlain(String field, @Nullable XRoadId id) {
        if (id != null && !id.isPlain()) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID, path(field), "codes of letters, digits and the characters '()+,-.=?");
        }
    }

    private static String path(String field) {
        return HEADER + "/" + field;
    }
}
