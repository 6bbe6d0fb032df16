package vn.dancu.bus.partner.xroad;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.AgencyCode;

/**
 * A client or provider on X-Road, whichever form of its agency's code was written: {@code 000.00.00.H41} and {@code H41} are the
 * same member.
 *
 * @param member the code of the agency or the number of the enterprise
 * @param subsystem null where the member itself is meant
 */
public record XRoadClient(String instance, String memberClass, AgencyCode member, @Nullable String subsystem) {

    private static final int MAX_LENGTH = 255;
    private static final int MEMBER_PARTS = 3;

    public XRoadClient {
        requireCode(instance);
        requireCode(memberClass);
        if (subsystem != null) {
            requireCode(subsystem);
        }
    }

    /**
     * The identifier in one line: instance, member class, member code and, if there is one, subsystem, with colons between.
     *
     * @throws IllegalArgumentException when it has other parts, or its member is no agency and no enterprise
     */
    public static XRoadClient ofLine(String line) {
        List<String> parts = List.of(line.split(":", -1));
        if (parts.size() != MEMBER_PARTS && parts.size() != MEMBER_PARTS + 1) {
            throw new IllegalArgumentException("must be instance:class:member or instance:class:member:subsystem");
        }
        return new XRoadClient(
                parts.get(0),
                parts.get(1),
                AgencyCode.of(parts.get(2)),
                parts.size() == MEMBER_PARTS ? null : parts.get(MEMBER_PARTS));
    }

    /** The line in which the identifier is stored and shown; the member in its newer form. */
    public String line() {
        String system = instance + ":" + memberClass + ":" + member.value();
        return subsystem == null ? system : system + ":" + subsystem;
    }

    private static void requireCode(String part) {
        if (part.isBlank()
                || part.length() > MAX_LENGTH
                || part.indexOf(':') >= 0
                || part.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a code has 1 to 255 characters, no colon and no control character");
        }
    }

    @Override
    public String toString() {
        return line();
    }
}
