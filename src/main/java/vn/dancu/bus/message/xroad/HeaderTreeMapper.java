package vn.dancu.bus.message.xroad;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.message.Elements;
import vn.dancu.bus.message.Node;
import vn.dancu.bus.message.Node.Attribute;
import vn.dancu.bus.message.grammar.FieldRefusals;
import vn.dancu.bus.message.xroad.XRoadId.Kind;

/** X-Road's header as a tree. Its two namespaces are one family; an attribute says its own. */
final class HeaderTreeMapper {

    private static final String IDENTIFIERS = "http://x-road.eu/xsd/identifiers";
    private static final String TYPE = "objectType";
    private static final Set<String> FIELDS =
            Set.of("client", "service", "centralService", "securityServer", "id", "userId", "issue", "protocolVersion");

    private HeaderTreeMapper() {}

    static XRoadHeader header(Node headers) {
        XRoadId client = id(headers, "client");
        if (client == null) {
            throw FieldRefusals.missing("client", "who asks");
        }
        XRoadId service = id(headers, "service");
        XRoadId centralService = id(headers, "centralService");
        if (service == null && centralService == null) {
            throw FieldRefusals.missing("service", "what is asked for: service or centralService");
        }
        return new XRoadHeader(
                client,
                service,
                centralService,
                id(headers, "securityServer"),
                headers.value("id"),
                headers.value("userId"),
                headers.value("issue"),
                headers.value("protocolVersion"),
                headers.children().stream()
                        .filter(child -> !child.isOwn() || !FIELDS.contains(child.name()))
                        .toList());
    }

    private static @Nullable XRoadId id(Node headers, String field) {
        Node element = headers.child(field);
        if (element == null) {
            return null;
        }
        Kind kind = checked(field + "/@" + TYPE, () -> Kind.valueOf(String.valueOf(type(element))));
        String instance = element.value("xRoadInstance");
        if (instance == null) {
            throw FieldRefusals.missing(field + "/xRoadInstance", "the X-Road instance");
        }
        String name = element.value(kind == Kind.SERVER ? "serverCode" : "serviceCode");
        return checked(
                field,
                () -> new XRoadId(
                        kind,
                        instance,
                        element.value("memberClass"),
                        element.value("memberCode"),
                        element.value("subsystemCode"),
                        name,
                        element.value("serviceVersion")));
    }

    private static <T> T checked(String field, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw FieldRefusals.invalid(field, "an identifier of X-Road with the codes of its kind");
        }
    }

    private static @Nullable String type(Node element) {
        String qualified = element.attribute(IDENTIFIERS, TYPE);
        return qualified != null ? qualified : element.attribute(TYPE);
    }

    static Node element(XRoadHeader header) {
        return Elements.of("Headers")
                .add(element("client", header.client()))
                .add(element("service", header.service()))
                .add(element("centralService", header.centralService()))
                .add(element("securityServer", header.securityServer()))
                .add("id", header.id())
                .add("userId", header.userId())
                .add("issue", header.issue())
                .add("protocolVersion", header.protocolVersion())
                .addAll(header.extensions())
                .done();
    }

    private static @Nullable Node element(String field, @Nullable XRoadId id) {
        if (id == null) {
            return null;
        }
        return Elements.of(field)
                .add("xRoadInstance", id.instance())
                .add("memberClass", id.memberClass())
                .add("memberCode", id.memberCode())
                .add("subsystemCode", id.subsystem())
                .add(id.kind() == Kind.SERVER ? "serverCode" : "serviceCode", id.code())
                .add("serviceVersion", id.version())
                .done()
                .with(List.of(new Attribute(IDENTIFIERS, TYPE, id.kind().name())));
    }
}
