package vn.dancu.bus.sandbox.seed;

import java.util.List;
import java.util.Map;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.xroad.XRoadClient;
import vn.dancu.bus.partner.xroad.XRoadRegistry;

/** Lets the two partners of the sandbox be clients on X-Road too. */
final class XRoadSeeder {

    private static final Map<String, String> CLIENTS = Map.of(
            "VN:GOV:000.00.00.H41:lgsp-nghean", "h41-lgsp",
            "VN:GOV:000.00.00.G22:portal", "g22-portal");

    private final XRoadRegistry registry;

    XRoadSeeder(XRoadRegistry registry) {
        this.registry = registry;
    }

    void seed() {
        List<XRoadClient> known =
                registry.clients().stream().map(it -> it.client()).toList();
        CLIENTS.forEach((line, partner) -> {
            XRoadClient client = XRoadClient.ofLine(line);
            if (!known.contains(client)) {
                registry.add(client, new PartnerId(partner), Actor.BUS);
            }
        });
    }
}
