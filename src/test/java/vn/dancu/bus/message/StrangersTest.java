package vn.dancu.bus.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.dancu.bus.message.Samples.in;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.path.MessagePath;

/** What no schema knows: each case here was once lost, or let in. */
class StrangersTest {

    private static final String XROAD =
            """
            <Headers xmlns="http://x-road.eu/xsd/xroad.xsd" xmlns:id="http://x-road.eu/xsd/identifiers">
              <client id:objectType="MEMBER"><id:xRoadInstance>VN</id:xRoadInstance><id:memberClass>GOV</id:memberClass>
                <id:memberCode>H41</id:memberCode>%s</client>
              <id>1</id><protocolVersion>4.0</protocolVersion>%s
            </Headers>
            """;

    private final MessageContext context = MessageContext.create();

    @Test
    void haveBracesInTheirNamespace() {
        Node stranger = new Node("urn:{x}", "a", List.of(new Attribute("urn:}{", "b", "c")), "d", null, List.of());

        assertThat(viaJson(Version.EDXML_V1, Node.of("edXML", List.of(stranger))))
                .contains("<a xmlns=\"urn:{x}\" xmlns:ns1=\"urn:}{\" ns1:b=\"c\">d</a>");
    }

    @Test
    void haveTheNamespaceOfXmlItself() {
        Node stranger = new Node(
                "http://www.w3.org/XML/1998/namespace", "a", List.of(), "", null, List.of(Node.text("b", "c")));

        assertThat(viaJson(Version.EDXML_V1, Node.of("edXML", List.of(stranger))))
                .contains("<xml:a><b>c</b></xml:a>");
    }

    @Test
    void standBesideTheItemsOfABareArray() {
        Node root = Node.of("Metadata", List.of(Node.text("La", "x"))).with(List.of(new Attribute("", "la", "y")));

        assertThat(viaJson(Version.NGSP_V1, root)).contains(" la=\"y\"", "<La>x</La>");
    }

    @Test
    void ofNoNamespaceAreNoneOfAnother() {
        assertThat(strict(XROAD.formatted("", "<a xmlns=\"urn:x\"/>"))).isNull();
        assertThat(strict(XROAD.formatted("", "<a xmlns=\"\"/>"))).isEqualTo(ErrorCode.FIELD_UNKNOWN);
    }

    @Test
    void ofTheOtherNamespaceOfAFamilyStayApart() {
        String document = XROAD.formatted("<memberCode>H42</memberCode>", "");
        try (Message read = context.xml(Version.XROAD_V1).read(in(document), Reaction.LENIENT);
                Message back = context.json(Version.XROAD_V1)
                        .read(in(context.json(Version.XROAD_V1).write(read)), Reaction.LENIENT)) {
            assertThat(back.get("client/memberCode")).contains("H41");
            assertThat(back.get("client/{http://x-road.eu/xsd/xroad.xsd}memberCode"))
                    .contains("H42");
        }
    }

    @Test
    void declareNothing() {
        BusException refused = catchThrowableOfType(BusException.class, () -> context.json(Version.EDXML_V1)
                .read(in("{\"edXML\": {\"@xmlns\": \"urn:x\"}}"), Reaction.LENIENT));

        assertThat(refused.refusal().code()).isEqualTo(ErrorCode.FIELD_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@xmlns", "a/@{http://www.w3.org/2000/xmlns/}b", "{urn:\u0001}a", "\u1D2Ca\u20DD"})
    void arePlacesInNoDocument(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> MessagePath.of(path));
    }

    @Test
    void haveEachANamespaceForAnAttribute() {
        List<Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < MessageLimits.DEFAULT.attributes(); i++) {
            attributes.add(new Attribute("urn:x:" + i, "a", "b"));
        }
        Node stranger = new Node("urn:x", "a", attributes, "", null, List.of());

        assertThat(viaJson(Version.EDXML_V1, Node.of("edXML", List.of(stranger))))
                .contains(":a=\"b\" xmlns:ns16=\"urn:x:15\"");
    }

    private ErrorCode strict(String document) {
        BusException refused = catchThrowableOfType(
                BusException.class,
                () -> context.xml(Version.XROAD_V1).read(in(document)).close());
        return refused == null ? null : refused.refusal().code();
    }

    // Through XML and JSON and JSON and XML again; what the schema says is not asked.
    private String viaJson(Version version, Node root) {
        MessageFormat xml = context.xml(version);
        MessageFormat json =
                version == Version.NGSP_V1 ? context.json(version).ofRoot(root.name()) : context.json(version);
        Reaction nobody = new Reaction.Collecting(0);
        Message read = xml.read(in(xml.write(context.message(version, root))), nobody);
        Message back = json.read(in(json.write(read)), nobody);
        byte[] written = xml.write(back);
        assertThat(json.write(xml.read(in(written), nobody))).isEqualTo(json.write(read));
        return new String(written, StandardCharsets.UTF_8);
    }
}
