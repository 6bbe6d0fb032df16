package vn.dancu.bus.message.xroad;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Node;

/**
 * What a SOAP message of X-Road says around the content of its body.
 *
 * @param header its fields
 * @param blocks every header block as it stood, each element with its own namespace, in the order of the wire
 * @param body the name of the one element in the body
 * @param bodyNamespace of that element; empty for none
 * @param content that element with its children where it belongs to X-Road itself, as a metaservice does; null for every other
 */
public record XRoadMessage(
        XRoadHeader header, List<Node> blocks, String body, String bodyNamespace, @Nullable Node content) {

    /** The namespace of the header fields and of metaservices. */
    public static final String NAMESPACE = "http://x-road.eu/xsd/xroad.xsd";

    public XRoadMessage {
        blocks = List.copyOf(blocks);
    }

    /** Whether the body holds a fault of SOAP 1.1, which comes with or without a header. */
    public boolean isFault() {
        return body.equals("Fault") && bodyNamespace.equals(XRoadEnvelopes.SOAP);
    }

    /** On whose behalf the client asks, {@code class/code} or {@code code}; null where the header does not say. */
    public @Nullable String representedParty() {
        for (Node block : blocks) {
            if (block.name().equals("representedParty") && XRoadEnvelopes.REPRESENTATION.equals(block.namespace())) {
                return party(block);
            }
        }
        return null;
    }

    private static @Nullable String party(Node block) {
        String partyClass = null;
        String code = null;
        for (Node part : block.children()) {
            switch (part.name()) {
                case "partyClass" -> partyClass = part.text();
                case "partyCode" -> code = part.text();
                default -> {}
            }
        }
        return code == null || partyClass == null || partyClass.isEmpty() ? code : partyClass + "/" + code;
    }

    /** A message holds personal data: never its content. */
    @Override
    public String toString() {
        return "XRoadMessage[" + body + ", masked]";
    }
}
