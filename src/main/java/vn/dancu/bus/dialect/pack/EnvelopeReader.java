package vn.dancu.bus.dialect.pack;

import java.util.Map;
import java.util.regex.Pattern;
import vn.dancu.bus.dialect.Envelope;
import vn.dancu.bus.dialect.Template;
import vn.dancu.bus.message.population.CitizenShape;
import vn.dancu.bus.message.population.PopulationOperation;

/** Reads what a question travels in. */
final class EnvelopeReader {

    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9-]{0,39}\\.csv");

    private final PackFolder folder;
    private final PackErrors findings;

    EnvelopeReader(PackFolder folder, PackErrors findings) {
        this.folder = folder;
        this.findings = findings;
    }

    /** The envelopes that there are, by their names in a pack. */
    private enum Body {
        XML,
        SOAP,
        JSON,
        FLAT_JSON,
        SOAP_IN_JSON,
        XROAD_SOAP,
        XROAD_REST
    }

    Envelope read(PackNode node) {
        PackMap keys = node.keys();
        PackNode body = keys.required("body");
        return switch (body.word(Body.class)) {
            case XML -> xml(keys, body);
            case SOAP -> alone(keys, new Envelope.Soap());
            case JSON -> alone(keys, new Envelope.Json());
            case FLAT_JSON -> flatJson(keys.only("body", "operation", "table", "dates", "fields"));
            case SOAP_IN_JSON -> soapInJson(keys.only("body", "textField", "fields"));
            case XROAD_SOAP ->
                XRoadEnvelopeReader.soap(keys.only("body", "client", "provider", "id", "userId", "issue", "version"));
            case XROAD_REST ->
                XRoadEnvelopeReader.rest(
                        keys.only("body", "client", "provider", "id", "userId", "issue", "service", "endpoints"));
        };
    }

    /** Also the stand-in for a body that there is not, whose other keys nobody can judge. */
    private static Envelope xml(PackMap keys, PackNode body) {
        return body.isText("xml") ? alone(keys, new Envelope.Xml()) : new Envelope.Xml();
    }

    private static Envelope alone(PackMap keys, Envelope envelope) {
        keys.only("body");
        return envelope;
    }

    private Envelope flatJson(PackMap keys) {
        PopulationOperation operation = operation(keys.required("operation"));
        CitizenShape.Dates dates = keys.required("dates").word(CitizenShape.Dates.class);
        Map<String, Template> fields = TemplateReader.fields(keys.optional("fields"));
        String file = keys.required("table").text(TABLE, "is the name of a file beside this one, such as question.csv");
        Map<String, String> table = TABLE.matcher(file).matches()
                ? new TableReader(folder.path(file), findings).read(folder, file, operation, fields.keySet())
                : Map.of();
        return new Envelope.FlatJson(operation, table, dates, fields);
    }

    private static Envelope soapInJson(PackMap keys) {
        PackNode textField = keys.required("textField");
        String name = textField.text();
        if (!name.isEmpty() && !TemplateReader.isProperty(name)) {
            textField.broken("is not a name of 1 to 64 letters, digits and _.-");
        }
        Map<String, Template> fields = TemplateReader.fields(keys.optional("fields"));
        if (fields.containsKey(name)) {
            textField.broken("is one of the fields already");
        }
        return new Envelope.SoapInJson(name, fields);
    }

    private static PopulationOperation operation(PackNode node) {
        String name = node.text();
        return PopulationOperation.byElement(name)
                .filter(operation -> operation.kind() != PopulationOperation.Kind.CLAIMS)
                .orElseGet(() -> {
                    if (!name.isEmpty()) {
                        node.broken("is a service without claims, such as TraCuuThongTinCongDan");
                    }
                    return PopulationOperation.TRA_CUU_THONG_TIN_CONG_DAN;
                });
    }
}
