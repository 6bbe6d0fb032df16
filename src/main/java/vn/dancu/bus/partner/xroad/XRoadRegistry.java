package vn.dancu.bus.partner.xroad;

import java.util.List;
import java.util.UUID;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.PartnerId;

/**
 * What operators say of X-Road: clients and security servers. Every change is recorded as an act in its own transaction, and
 * works on every instance within {@code dancu.partner.refresh}.
 */
public interface XRoadRegistry {

    /** All clients, by identifier. */
    List<XRoadClientEntry> clients();

    /**
     * Lets a client stand for a partner.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown} when there is no such partner, {@code resource_exists}
     *     when the client stands for one already
     */
    XRoadClientEntry add(XRoadClient client, PartnerId partner, Actor by);

    /**
     * Ends that; the client is unknown at once.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown} when it stands for nobody, {@code field_missing} without
     *     a reason
     */
    void remove(XRoadClient client, String reason, Actor by);

    /** All security servers, those registered last first, revoked ones included. */
    List<SecurityServer> servers();

    /**
     * Registers the certificate of a security server.
     *
     * @param certificate X.509, DER or PEM
     * @throws vn.dancu.bus.kernel.BusException {@code field_invalid} for what is no certificate, has a weak key or has expired;
     *     {@code resource_exists} when it is registered already
     */
    SecurityServer register(String name, byte[] certificate, Actor by);

    /**
     * Ends the word of a security server at once.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code resource_unknown} when there is no such server, {@code move_not_allowed}
     *     when it is revoked already, {@code field_missing} without a reason
     */
    void revoke(UUID server, String reason, Actor by);
}
