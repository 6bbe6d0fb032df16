package vn.dancu.bus.gateway.adapter;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.message.xroad.XRoadId;

/**
 * A system on VDXP, whichever form of its agency's code was written.
 *
 * @param agency the member's code
 * @param subsystem null where the member itself is meant
 */
record Subsystem(String instance, String memberClass, AgencyCode agency, @Nullable String subsystem) {

    /**
     * The system of an identifier.
     *
     * @throws IllegalArgumentException when its member is no agency and no enterprise
     */
    static Subsystem of(XRoadId id) {
        if (id.memberClass() == null || id.memberCode() == null) {
            throw new IllegalArgumentException("A system has a member");
        }
        return new Subsystem(id.instance(), id.memberClass(), AgencyCode.of(id.memberCode()), id.subsystem());
    }

    /**
     * The system of a text, in one line with colons or as a path in percent-encoding.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static Subsystem of(String text) {
        return of(text.indexOf('/') < 0 ? XRoadId.ofLine(text) : XRoadId.ofClientPath(text));
    }
}
