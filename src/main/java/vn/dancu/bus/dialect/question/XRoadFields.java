package vn.dancu.bus.dialect.question;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.dialect.Template;
import vn.dancu.bus.message.xroad.XRoadHeader;
import vn.dancu.bus.message.xroad.XRoadId;

/** The header of X-Road from the fields of a pack. */
final class XRoadFields {

    private static final String PROTOCOL = "4.0";

    private final Map<String, Template> fields;

    XRoadFields(Map<String, Template> fields) {
        this.fields = fields;
    }

    /**
     * The header of one message.
     *
     * @throws IllegalArgumentException when the account lacks a value, or gives what is no identifier
     */
    XRoadHeader header(Function<String, String> values, String service, @Nullable String version) {
        return new XRoadHeader(
                XRoadId.ofLine(required("client", values)),
                XRoadId.service(XRoadId.ofLine(required("provider", values)), service, version),
                null,
                null,
                required("id", values),
                optional("userId", values),
                optional("issue", values),
                PROTOCOL,
                List.of());
    }

    private String required(String field, Function<String, String> values) {
        String text = optional(field, values);
        if (text == null) {
            throw new IllegalArgumentException("The header of X-Road needs " + field);
        }
        return text;
    }

    private @Nullable String optional(String field, Function<String, String> values) {
        Template template = fields.get(field);
        return template == null ? null : template.fill(values);
    }
}
