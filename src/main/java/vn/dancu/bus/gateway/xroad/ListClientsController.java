package vn.dancu.bus.gateway.xroad;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.gateway.xroad.provider.ClientIdentifiers;
import vn.dancu.bus.gateway.xroad.provider.ListedClients;
import vn.dancu.bus.gateway.xroad.provider.XRoadProvider;
import vn.dancu.bus.http.JsonAnswer;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.xroad.XRoadClientEntry;
import vn.dancu.bus.partner.xroad.XRoadDirectory;

/** Lists this provider and the clients that stand for partners, as a security server lists its instance (PR-META §4). */
@RestController
class ListClientsController {

    private static final MediaType XML = MediaType.valueOf("text/xml;charset=UTF-8");

    private final CallerGate gate;
    private final XRoadProvider provider;
    private final XRoadDirectory directory;
    private final Partners partners;

    ListClientsController(CallerGate gate, XRoadProvider provider, XRoadDirectory directory, Partners partners) {
        this.gate = gate;
        this.provider = provider;
        this.directory = directory;
        this.partners = partners;
    }

    /** XML unless JSON is asked for. */
    @GetMapping("/listClients")
    ResponseEntity<Object> clients(
            @RequestParam(name = "xRoadInstance", required = false) @Nullable String instance,
            HttpServletRequest request) {
        gate.requireServer(request);
        List<ListedClients.Member> members = new ArrayList<>();
        members.add(new ListedClients.Member(
                ListedClients.Id.of(ClientIdentifiers.of(provider.id())), "Cơ sở dữ liệu quốc gia về dân cư"));
        directory.clients().forEach(entry -> members.add(member(entry)));
        ListedClients listed = new ListedClients(members.stream()
                .filter(one -> instance == null || one.id().instance().equals(instance))
                .toList());
        String accept = request.getHeader("Accept");
        boolean isJson = accept != null && accept.contains("json");
        return isJson
                ? ResponseEntity.ok().contentType(JsonAnswer.JSON).body(listed)
                : ResponseEntity.ok().contentType(XML).body(listed.xml());
    }

    private ListedClients.Member member(XRoadClientEntry entry) {
        String name = partners.find(entry.partner())
                .map(Partner::name)
                .orElse(entry.partner().value());
        return new ListedClients.Member(ListedClients.Id.of(entry.client()), name);
    }
}
