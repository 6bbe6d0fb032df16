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
    private static final Set<String> OURS = Set.of(XRoadMessage.NAMESPACE, IDENTIFIERS);
    private static final Pattern VERSION = Pattern.compile("4\\.([0-9]+|x)");
    private static final int MAX_LENGTH = 255;

    private HeaderBlocks() {}

    static XRoadHeader header(List<Node> blocks) {
        if (blocks.isEmpty()) {
            throw FieldRefusals.missing(HEADER, "the header fields of X-Road");
        }
        requireOnce(blocks);
        Node fields = Node.of("Headers", blocks.stream().map(HeaderBlocks::own).toList());
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

    private static void requireOnce(List<Node> blocks) {
        Set<String> seen = new HashSet<>();
        for (Node block : blocks) {
            String namespace = String.valueOf(block.namespace());
            boolean isField = OURS.contains(namespace) || namespace.equals(XRoadEnvelopes.REPRESENTATION);
            if (isField && !seen.add(block.name())) {
                throw FieldRefusals.duplicated(path(block.name()));
            }
        }
    }

    /** The fields by their own names, wherever the mapper looks for them. */
    private static Node own(Node block) {
        String namespace = block.namespace();
        boolean isOurs = namespace != null && OURS.contains(namespace);
        return new Node(
                isOurs ? null : namespace,
                block.name(),
                block.attributes(),
                isOurs ? block.text().strip() : block.text(),
                null,
                block.children().stream().map(HeaderBlocks::own).toList());
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
        String text = field == null ? null : field.text();
        if (text == null) {
            return;
        }
        if (text.length() > MAX_LENGTH
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
