package vn.dancu.bus.desk.partner;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dancu.bus.desk.Allowed;
import vn.dancu.bus.desk.Paging.Page;
import vn.dancu.bus.desk.body.ReasonRequest;
import vn.dancu.bus.desk.freeze.ChangesConfiguration;
import vn.dancu.bus.http.PathValues;
import vn.dancu.bus.http.StrictJsonBody;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Refusal;
import vn.dancu.bus.kernel.Role;
import vn.dancu.bus.partner.xroad.SecurityServer;
import vn.dancu.bus.partner.xroad.XRoadClient;
import vn.dancu.bus.partner.xroad.XRoadClientEntry;
import vn.dancu.bus.partner.xroad.XRoadRegistry;

/** Which partner a client of X-Road stands for, and the security servers whose word is taken. */
@RestController
@RequestMapping("/api/v1/admin/xroad")
class XRoadController {

    private final XRoadRegistry registry;

    XRoadController(XRoadRegistry registry) {
        this.registry = registry;
    }

    @GetMapping("/clients")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Page<ClientResponse> clients() {
        return new Page<>(registry.clients().stream().map(ClientResponse::of).toList(), null);
    }

    @PostMapping("/clients")
    @ChangesConfiguration
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Role.OPERATOR)
    ClientResponse add(HttpServletRequest request, Actor by) {
        ClientRequest wanted = StrictJsonBody.OF_ADMINISTRATION.read(request, ClientRequest.class);
        return ClientResponse.of(registry.add(client(wanted.client()), PathValues.partner(wanted.partner()), by));
    }

    @PostMapping("/clients/remove")
    @ChangesConfiguration
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Role.OPERATOR)
    void remove(HttpServletRequest request, Actor by) {
        ClientRemovalRequest wanted = StrictJsonBody.OF_ADMINISTRATION.read(request, ClientRemovalRequest.class);
        registry.remove(client(wanted.client()), wanted.reason(), by);
    }

    @GetMapping("/servers")
    @Allowed({Role.OPERATOR, Role.INSPECTOR})
    Page<ServerResponse> servers() {
        return new Page<>(registry.servers().stream().map(ServerResponse::of).toList(), null);
    }

    @PostMapping("/servers")
    @ChangesConfiguration
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed(Role.OPERATOR)
    ServerResponse register(HttpServletRequest request, Actor by) {
        ServerRequest given = StrictJsonBody.OF_ADMINISTRATION.read(request, ServerRequest.class);
        return ServerResponse.of(registry.register(given.name(), CertificateText.bytes(given.certificate()), by));
    }

    @PostMapping("/servers/{server}/revoke")
    @ChangesConfiguration
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allowed(Role.OPERATOR)
    void revoke(@PathVariable("server") String server, HttpServletRequest request, Actor by) {
        ReasonRequest body = StrictJsonBody.OF_ADMINISTRATION.read(request, ReasonRequest.class);
        registry.revoke(PathValues.id(server), body.reason(), by);
    }

    private static XRoadClient client(String line) {
        try {
            return XRoadClient.ofLine(line);
        } catch (IllegalArgumentException e) {
            throw new BusException(
                    Refusal.of(
                            ErrorCode.FIELD_INVALID,
                            "client",
                            "instance:class:member or instance:class:member:subsystem, the member an agency code"),
                    e);
        }
    }

    /** @param client such as VN:GOV:H41:lgsp-nghean */
    record ClientRequest(String client, String partner) {}

    record ClientRemovalRequest(String client, String reason) {}

    record ClientResponse(String client, String partner, Instant addedAt, String addedBy) {

        static ClientResponse of(XRoadClientEntry entry) {
            return new ClientResponse(entry.client().line(), entry.partner().value(), entry.addedAt(), entry.addedBy());
        }
    }

    /** @param certificate PEM, or base64 of DER */
    record ServerRequest(String name, String certificate) {}

    record ServerResponse(
            UUID id,
            String name,
            String thumbprint,
            String subject,
            Instant validFrom,
            Instant validUntil,
            Instant registeredAt,
            String registeredBy,
            @Nullable Instant revokedAt,
            @Nullable String revokedReason) {

        static ServerResponse of(SecurityServer one) {
            return new ServerResponse(
                    one.id(),
                    one.name(),
                    one.thumbprint(),
                    one.subject(),
                    one.validFrom(),
                    one.validUntil(),
                    one.registeredAt(),
                    one.registeredBy(),
                    one.revokedAt(),
                    one.revokedReason());
        }
    }
}
