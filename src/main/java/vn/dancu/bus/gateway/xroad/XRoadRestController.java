package vn.dancu.bus.gateway.xroad;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.gateway.CallerHeaders;
import vn.dancu.bus.gateway.Door;
import vn.dancu.bus.gateway.RequestSize;
import vn.dancu.bus.gateway.WebRefusals;
import vn.dancu.bus.gateway.entry.EntryNotes;
import vn.dancu.bus.gateway.rest.QuestionExchange;
import vn.dancu.bus.gateway.xroad.provider.RestContract;
import vn.dancu.bus.gateway.xroad.provider.RestMethods;
import vn.dancu.bus.gateway.xroad.provider.XRoadProvider;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.inquiry.Caller;
import vn.dancu.bus.inquiry.InquiryOrigin;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.message.MessageContext;
import vn.dancu.bus.message.population.CitizenQuery;
import vn.dancu.bus.message.population.PopulationJson;
import vn.dancu.bus.message.xroad.XRoadHeader;
import vn.dancu.bus.message.xroad.XRoadId;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.policy.ServiceGrants;

/**
 * The population service over REST as a security server forwards it to a provider: the path of the request as its client wrote it,
 * and the client in {@code X-Road-Client}. Ids of persons travel in the body, never in a path.
 */
@RestController
@RequestMapping("/r1/{instance}/{memberClass}/{member}/{subsystem}")
class XRoadRestController {

    private static final String POPULATION = "/" + XRoadProvider.REST_SERVICE;

    private final CallerGate gate;
    private final XRoadProvider provider;
    private final QuestionExchange exchange;
    private final ServiceGrants grants;
    private final PopulationJson json;
    private final WebRefusals refusals;
    private final RestContract contract;
    private final Clock clock;

    XRoadRestController(
            CallerGate gate,
            XRoadProvider provider,
            QuestionExchange exchange,
            ServiceGrants grants,
            MessageContext messages,
            WebRefusals refusals,
            RestContract contract,
            Clock clock) {
        this.gate = gate;
        this.provider = provider;
        this.exchange = exchange;
        this.grants = grants;
        this.json = messages.populationJson();
        this.refusals = refusals;
        this.contract = contract;
        this.clock = clock;
    }

    /** Before every method: a registered security server, and a path of this provider. */
    @ModelAttribute
    void admit(
            @PathVariable("instance") String instance,
            @PathVariable("memberClass") String memberClass,
            @PathVariable("member") String member,
            @PathVariable("subsystem") String subsystem,
            HttpServletRequest request) {
        gate.requireServer(request);
        if (!isOurs(instance, memberClass, member, subsystem)) {
            throw BusException.of(ErrorCode.OPERATION_UNKNOWN, "path", "the identifier of this provider after /r1/");
        }
    }

    private boolean isOurs(String instance, String memberClass, String member, String subsystem) {
        try {
            return provider.isOurs(XRoadId.subsystem(instance, memberClass, member, subsystem));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @PostMapping(POPULATION + "/citizens/lookup")
    void lookUp(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(RestMethods.Endpoint.LOOK_UP, request, response);
    }

    @PostMapping(POPULATION + "/citizens/verify")
    void verify(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(RestMethods.Endpoint.VERIFY, request, response);
    }

    @PostMapping(POPULATION + "/households/lookup")
    void household(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(RestMethods.Endpoint.HOUSEHOLD, request, response);
    }

    @GetMapping("/listMethods")
    RestMethods listMethods() {
        return RestMethods.all(provider.id());
    }

    @GetMapping("/allowedMethods")
    RestMethods allowedMethods(HttpServletRequest request) {
        return RestMethods.allowed(
                provider.id(), grants.servicesOf(partner(header(request)).id()));
    }

    @GetMapping("/getOpenAPI")
    ResponseEntity<byte[]> contract(@RequestParam("serviceCode") String serviceCode) {
        if (!serviceCode.equals(XRoadProvider.REST_SERVICE)) {
            throw BusException.of(ErrorCode.OPERATION_UNKNOWN, "serviceCode", "a service code of listMethods");
        }
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(contract.document());
    }

    private void answer(RestMethods.Endpoint endpoint, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        XRoadHeader header = header(request);
        requireService(header.service());
        Partner partner = partner(header);
        EntryNotes.proved(request, partner.id());
        CitizenQuery query;
        try {
            StrictJsonBody.requireJson(request.getContentType());
            query = json.readQuery(endpoint.operation(), request.getInputStream());
        } catch (BusException e) {
            refusals.refuse(request, response, e.refusal(), partner.id(), null);
            return;
        }
        InquiryOrigin origin = new InquiryOrigin(
                Door.XROAD_REST.code(),
                partner.id(),
                null,
                header.id(),
                EntryNotes.takenAt(request, clock),
                RequestSize.of(request),
                null,
                CallerHeaders.of(request));
        exchange.answer(new Caller(partner, origin), query, request, response);
    }

    /** A security server that says for which service it hands the question on says it right. */
    private void requireService(@Nullable XRoadId service) {
        if (service != null && (!provider.isOurs(service) || !XRoadProvider.REST_SERVICE.equals(service.code()))) {
            throw BusException.of(ErrorCode.OPERATION_UNKNOWN, XRoadHeader.SERVICE, "the service of the path");
        }
    }

    private Partner partner(XRoadHeader header) {
        return gate.partner(header.client(), XRoadHeader.CLIENT);
    }

    /** Of a field that came more than once the last counts (PR-REST §4.3). */
    private static XRoadHeader header(HttpServletRequest request) {
        if (request.getHeader(XRoadHeader.CLIENT) == null) {
            throw BusException.of(ErrorCode.FIELD_MISSING, XRoadHeader.CLIENT, "required");
        }
        Map<String, String> fields = new HashMap<>();
        for (String name : List.of(
                XRoadHeader.CLIENT,
                XRoadHeader.SERVICE,
                XRoadHeader.ID,
                XRoadHeader.USER_ID,
                XRoadHeader.ISSUE,
                XRoadHeader.SECURITY_SERVER)) {
            Collections.list(request.getHeaders(name)).forEach(value -> fields.put(name, value.strip()));
        }
        return XRoadHeader.ofRest(fields, null);
    }
}
