package vn.dancu.bus.dialect.pack;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.dancu.bus.dialect.Envelope;
import vn.dancu.bus.dialect.Template;
import vn.dancu.bus.message.population.PopulationOperation;

/** Reads what a question through X-Road travels in. */
final class XRoadEnvelopeReader {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9'()+,.=?-]{1,100}");
    private static final String CODE_RULE = "is 1 to 100 letters, digits and '()+,-.=?";
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]{1,64}){1,8}");

    private XRoadEnvelopeReader() {}

    static Envelope soap(PackMap keys) {
        String version =
                keys.optional("version").map(node -> node.text(CODE, CODE_RULE)).orElse(null);
        return new Envelope.XRoadSoap(fields(keys), version);
    }

    static Envelope rest(PackMap keys) {
        String service = keys.required("service").text(CODE, CODE_RULE);
        Map<PopulationOperation, String> endpoints = new EnumMap<>(PopulationOperation.class);
        keys.required("endpoints").keys().forEach((name, place, value) -> PopulationOperation.byElement(name)
                .ifPresentOrElse(
                        operation -> endpoints.put(operation, value.text(PATH, "is a path such as /citizens/lookup")),
                        () -> place.broken("is a service, such as TraCuuThongTinCongDan")));
        return new Envelope.XRoadRest(fields(keys), service, endpoints);
    }

    private static Map<String, Template> fields(PackMap keys) {
        Map<String, Template> fields = new LinkedHashMap<>();
        for (String required : List.of("client", "provider", "id")) {
            fields.put(required, TemplateReader.headerValue(keys.required(required)));
        }
        for (String optional : List.of("userId", "issue")) {
            keys.optional(optional).ifPresent(node -> fields.put(optional, TemplateReader.headerValue(node)));
        }
        return fields;
    }
}
