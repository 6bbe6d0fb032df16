package vn.dancu.bus.sandbox.national;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.sandbox.fault.FaultPlan;
import vn.dancu.bus.sandbox.fault.MockAnswer;
import vn.dancu.bus.sandbox.national.xroad.ReceivedEnvelope;
import vn.dancu.bus.sandbox.national.xroad.RestRequest;
import vn.dancu.bus.sandbox.national.xroad.XRoadFault;

/**
 * A security server of X-Road in front of the service: SOAP at {@code /xroad}, REST at {@code /r1/…}. Who asks is believed: there is
 * no certificate on loopback.
 */
final class SecurityServerServlet extends HttpServlet {

    static final String SOAP_PATH = "/xroad";
    static final String REST_PATH = "/r1/*";

    private static final long serialVersionUID = 1L;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    private final transient NationalWire soap;
    private final transient NationalWire rest;
    private final transient PopulationJson json;
    private final transient PopulationService service;
    private final transient FaultPlan faults;
    private final transient NationalJournal journal;

    /**
     * @param soap the form of the service behind SOAP
     * @param rest the same behind REST
     */
    SecurityServerServlet(
            NationalWire soap,
            NationalWire rest,
            PopulationJson json,
            PopulationService service,
            FaultPlan faults,
            NationalJournal journal) {
        this.soap = soap;
        this.rest = rest;
        this.json = json;
        this.service = service;
        this.faults = faults;
        this.journal = journal;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isRest = request.getServletPath().startsWith("/r1");
        NationalCall call = NationalCall.of(QuestionServlet.VERB, request, faults, journal);
        if (isRest) {
            call.run(response, QuestionServlet.words(rest), () -> restAnswer(request, call));
        } else {
            call.run(response, QuestionServlet.words(soap), () -> soapAnswer(request, call));
        }
    }

    private MockAnswer soapAnswer(HttpServletRequest request, NationalCall call) throws IOException {
        byte[] message = request.getInputStream().readAllBytes();
        try {
            ReceivedEnvelope envelope = ReceivedEnvelope.read(message);
            call.note("client", envelope.client());
            call.note("xroadId", envelope.id());
            CitizenQuery question = soap.read(message);
            String answer = soap.element(service.answer(question, call));
            String wrapper = "dan:" + envelope.serviceCode() + "Response";
            return MockAnswer.of(
                    OK,
                    NationalWire.XML,
                    soap.envelope(
                            envelope.answerHeader(),
                            "<" + wrapper + " xmlns:dan=\"http://dancuquocgia.bca\">" + answer + "</" + wrapper + ">"));
        } catch (XRoadFault fault) {
            return soapFault(fault);
        } catch (BusException e) {
            // A fault of the service passes as it is; every SOAP answer of a security server has status 200.
            MockAnswer refused = soap.refused(e.refusal());
            return new MockAnswer(OK, refused.headers(), refused.contentType(), refused.body());
        }
    }

    private static MockAnswer soapFault(XRoadFault fault) {
        String text = "<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://schemas.xmlsoap.org/soap/envelope/\"><SOAP-ENV:Body>"
                + "<SOAP-ENV:Fault><faultcode>" + fault.code() + "</faultcode><faultstring>" + fault.text()
                + "</faultstring><faultactor/><detail><faultDetail xmlns=\"\">" + UUID.randomUUID()
                + "</faultDetail></detail></SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>";
        return MockAnswer.of(OK, NationalWire.XML, text).with(Map.of("SOAPAction", "\"\""));
    }

    private MockAnswer restAnswer(HttpServletRequest request, NationalCall call) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        try {
            RestRequest asked = RestRequest.read(request.getRequestURI().substring("/r1/".length()), request, body);
            call.note("client", asked.header().client().path());
            call.note("xroadId", asked.header().id());
            Map<String, String> headers = headers(asked);
            call.note("xroadRequestId", headers.get("X-Road-Request-Id"));
            try {
                return rest.answer(service.answer(question(asked, body), call)).with(headers);
            } catch (BusException e) {
                return rest.refused(e.refusal()).with(headers);
            }
        } catch (XRoadFault fault) {
            return restFault(fault);
        }
    }

    /** The service is one of the population database by its name; another one says in its body what is asked. */
    private CitizenQuery question(RestRequest asked, byte[] body) {
        Optional<PopulationOperation> operation = PopulationOperation.byElement(asked.serviceCode());
        ByteArrayInputStream document = new ByteArrayInputStream(body);
        return operation.isPresent() ? json.readQuery(operation.get(), document) : json.readQuery(document);
    }

    private static Map<String, String> headers(RestRequest asked) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Road-Client", asked.header().client().path());
        headers.put("X-Road-Service", asked.service());
        String id = asked.header().id();
        headers.put("X-Road-Id", id == null ? UUID.randomUUID().toString() : id);
        headers.put("X-Road-Request-Id", asked.requestId());
        headers.put("X-Road-Request-Hash", asked.hash());
        return headers;
    }

    private static MockAnswer restFault(XRoadFault fault) throws IOException {
        byte[] body = JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("type", fault.code())
                .put("message", fault.text())
                .put("detail", UUID.randomUUID().toString()));
        int status = fault.code().startsWith("server.") ? SERVER_ERROR : BAD_REQUEST;
        return new MockAnswer(
                status,
                Map.of("X-Road-Error", fault.code()),
                "application/json;charset=" + StandardCharsets.UTF_8.name(),
                out -> out.write(body));
    }
}
