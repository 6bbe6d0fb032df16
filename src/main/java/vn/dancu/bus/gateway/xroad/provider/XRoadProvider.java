package vn.dancu.bus.gateway.xroad.provider;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.dancu.bus.gateway.adapter.AdapterSettings;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.message.population.PopulationOperation;
import vn.dancu.bus.message.xroad.XRoadId;
import vn.dancu.bus.partner.xroad.XRoadClient;

/** The bus as it is registered on X-Road, and the services that it has there. */
public final class XRoadProvider {

    /** The one service over REST; its endpoints are the questions. */
    public static final String REST_SERVICE = "population";

    static final String VERSION = "v1";

    private final XRoadClient own;
    private final XRoadId id;

    public XRoadProvider(AdapterSettings settings) {
        this.id = XRoadId.ofLine(settings.provider());
        this.own = ClientIdentifiers.of(id);
    }

    /** The identifier as it was registered. */
    public XRoadId id() {
        return id;
    }

    /** Whether an identifier names this provider, whatever service of it. */
    public boolean isOurs(XRoadId service) {
        try {
            return own.equals(ClientIdentifiers.of(service));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Requires that a header names this provider, and a version that there is.
     *
     * @throws BusException {@code operation_unknown} at {@code Header/service}
     */
    public void require(XRoadId service) {
        boolean isKnownVersion = service.version() == null || service.version().equals(VERSION);
        if (!isOurs(service) || !isKnownVersion) {
            throw unknown("a service of this provider, version " + VERSION + " or none");
        }
    }

    /** The operation of a service code over SOAP. */
    public static PopulationOperation operation(String serviceCode) {
        return PopulationOperation.byElement(serviceCode).orElseThrow(() -> unknown("a service code of listMethods"));
    }

    /** The identifiers of the services over SOAP, those of a set or all. */
    List<XRoadId> services(Set<ServiceCode> granted, boolean all) {
        return Arrays.stream(PopulationOperation.values())
                .filter(operation -> all || granted.contains(operation.service()))
                .map(operation -> XRoadId.service(id, operation.element(), VERSION))
                .toList();
    }

    private static BusException unknown(String rule) {
        return BusException.of(ErrorCode.OPERATION_UNKNOWN, "Header/service", rule);
    }
}
