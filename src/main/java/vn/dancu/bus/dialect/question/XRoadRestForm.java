package vn.dancu.bus.dialect.question;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import vn.dancu.bus.dialect.Envelope;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.xroad.XRoadHeader;
import vn.dancu.bus.message.xroad.XRoadId;

/** A question in JSON through X-Road's protocol for REST: {@code /r1/}, the service and its endpoint are the path. */
final class XRoadRestForm implements QuestionForm {

    private static final String VERSION = "/r1/";

    private final Envelope.XRoadRest envelope;
    private final XRoadFields fields;
    private final PopulationJson json;

    XRoadRestForm(Envelope.XRoadRest envelope, PopulationJson json) {
        this.envelope = envelope;
        this.fields = new XRoadFields(envelope.fields());
        this.json = json;
    }

    @Override
    public byte[] write(CitizenQuery question, Function<String, String> values) {
        endpoint(question.operation());
        return json.writeQuery(question);
    }

    /** An answer is read by the operation that was asked; this reads the one that most packs have. */
    @Override
    public CitizenQuery read(InputStream body) {
        return json.readQuery(body);
    }

    @Override
    public Map<String, String> headers(CitizenQuery question, Function<String, String> values) {
        return new LinkedHashMap<>(header(values).rest());
    }

    @Override
    public String path(CitizenQuery question, String path, Function<String, String> values) {
        XRoadId service = header(values).service();
        String base = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return base + VERSION + (service == null ? "" : service.path()) + endpoint(question.operation());
    }

    @Override
    public Set<String> losses(CitizenQuery question) {
        return envelope.endpoints().containsKey(question.operation())
                ? Set.of()
                : Set.of(question.operation().element());
    }

    private XRoadHeader header(Function<String, String> values) {
        return fields.header(values, envelope.service(), null);
    }

    private String endpoint(PopulationOperation operation) {
        String endpoint = envelope.endpoints().get(operation);
        if (endpoint == null) {
            throw BodyText.refusal(ErrorCode.OPERATION_UNKNOWN, operation.element(), "a service of this dialect");
        }
        return endpoint;
    }
}
