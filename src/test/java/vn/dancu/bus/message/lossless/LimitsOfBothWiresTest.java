package vn.dancu.bus.message.lossless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Message;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.MessageLimits;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.Reaction;
import vn.dancu.bus.message.Version;

/** What one wire takes within the limits, the other takes too. */
class LimitsOfBothWiresTest {

    private static final MessageLimits LIMITS = new MessageLimits(1 << 20, 6, 64, 4, 32, 256, 20, 1024, 0);
    private static final MessageContext CONTEXT = MessageContext.create(LIMITS);

    @Test
    void takeAsManyElementsInAnyOrderWithAttributes() {
        List<Node> many = new ArrayList<>();
        for (int i = 0; i < LIMITS.elements() - 1; i++) {
            many.add(foreign("urn:x", i % 2 == 0 ? "a" : "b", "text").with(attributes(LIMITS.attributes())));
        }

        assertThat(both(many)).isNull();
        many.add(foreign("urn:x", "a", "one more"));
        assertThat(both(many)).isEqualTo(ErrorCode.ELEMENT_LIMIT_EXCEEDED);
    }

    @Test
    void takeAsManyPiecesOfText() {
        List<Node> pieces = new ArrayList<>();
        for (int i = 0; i < LIMITS.elements() / 2 - 1; i++) {
            pieces.add(Node.text(Node.TEXT, "x"));
            pieces.add(foreign("urn:x", "a", ""));
        }
        Node mixed = foreign("urn:x", "a", "").withChildren(pieces);

        assertThat(both(List.of(mixed))).isNull();
        pieces.add(Node.text(Node.TEXT, "x"));
        assertThat(both(List.of(mixed.withChildren(pieces)))).isEqualTo(ErrorCode.ELEMENT_LIMIT_EXCEEDED);
    }

    @Test
    void nestAsDeep() {
        Node deep = foreign("urn:x", "a", "");
        for (int i = 2; i < LIMITS.depth(); i++) {
            deep = foreign("urn:x", "a", "").withChildren(List.of(deep));
        }

        assertThat(both(List.of(deep))).isNull();
        Node deeper = foreign("urn:x", "a", "").withChildren(List.of(deep));
        assertThat(both(List.of(deeper))).isEqualTo(ErrorCode.DEPTH_LIMIT_EXCEEDED);
    }

    @Test
    void nameNamespacesAsLong() {
        assertThat(both(List.of(foreign("u".repeat(512), "a", "")))).isNull();
        assertThat(both(List.of(foreign("u".repeat(513), "a", "")))).isEqualTo(ErrorCode.NAME_LIMIT_EXCEEDED);
    }

    @Test
    void nameElementsAsLong() {
        assertThat(both(List.of(foreign("urn:x", "a".repeat(32), "")))).isNull();
        assertThat(both(List.of(foreign("urn:x", "a".repeat(33), "")))).isEqualTo(ErrorCode.NAME_LIMIT_EXCEEDED);
    }

    @Test
    void holdTextsAsLong() {
        assertThat(both(List.of(foreign("urn:x", "a", "\uD840\uDC00".repeat(128)))))
                .isNull();
        assertThat(both(List.of(foreign("urn:x", "a", "x".repeat(257))))).isEqualTo(ErrorCode.TEXT_LIMIT_EXCEEDED);
    }

    // The refusal that XML and JSON agree on, or null where both read it and give the other's document.
    private static ErrorCode both(List<Node> children) {
        Message message = CONTEXT.message(Version.QCVN_109_V1, Node.of("CongdanCollection", children));
        byte[] xml = CONTEXT.xml(Version.QCVN_109_V1).write(message);
        byte[] json = CONTEXT.json(Version.QCVN_109_V1).write(message);
        ErrorCode byXml = refusal(() -> {
            try (Message read = CONTEXT.xml(Version.QCVN_109_V1).read(in(xml), Reaction.LENIENT)) {
                assertThat(CONTEXT.json(Version.QCVN_109_V1).write(read)).isEqualTo(json);
            }
        });
        ErrorCode byJson = refusal(() -> {
            try (Message read = CONTEXT.json(Version.QCVN_109_V1).read(in(json), Reaction.LENIENT)) {
                assertThat(CONTEXT.xml(Version.QCVN_109_V1).write(read)).isEqualTo(xml);
            }
        });
        assertThat(byJson).as(new String(json, StandardCharsets.UTF_8)).isEqualTo(byXml);
        return byXml;
    }

    private static ErrorCode refusal(Runnable reading) {
        BusException refused = catchThrowableOfType(BusException.class, reading::run);
        return refused == null ? null : refused.refusal().code();
    }

    private static ByteArrayInputStream in(byte[] document) {
        return new ByteArrayInputStream(document);
    }

    private static Node foreign(String namespace, String name, String text) {
        return new Node(namespace, name, List.of(), text, null, List.of());
    }

    private static List<Attribute> attributes(int count) {
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            attributes.add(new Attribute("", "a" + i, "b"));
        }
        return attributes;
    }
}
