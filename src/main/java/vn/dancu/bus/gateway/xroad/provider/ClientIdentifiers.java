package vn.dancu.bus.gateway.xroad.provider;

import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.message.xroad.XRoadId;
import vn.dancu.bus.partner.xroad.XRoadClient;

/** Reads identifiers of members and subsystems, for every door that takes one. */
public final class ClientIdentifiers {

    private ClientIdentifiers() {}

    /**
     * The client or provider of an identifier.
     *
     * @throws IllegalArgumentException when its member is no agency and no enterprise
     */
    public static XRoadClient of(XRoadId id) {
        if (id.memberClass() == null || id.memberCode() == null) {
            throw new IllegalArgumentException("A system has a member");
        }
        return new XRoadClient(id.instance(), id.memberClass(), AgencyCode.of(id.memberCode()), id.subsystem());
    }

    /**
     * The client or provider of a text, in one line with colons or as a path in percent-encoding.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static XRoadClient of(String text) {
        return of(text.indexOf('/') < 0 ? XRoadId.ofLine(text) : XRoadId.ofClientPath(text));
    }
}
