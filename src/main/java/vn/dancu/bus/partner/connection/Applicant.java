package vn.dancu.bus.partner.connection;

import org.jspecify.annotations.Nullable;
import vn.dancu.bus.kernel.AgencyCode;
import vn.dancu.bus.kernel.PartnerId;

/**
 * A system that is to be connected.
 *
 * @param partner the name that it will sign in with
 * @param authority whose system it is
 * @param name the system's name, Vietnamese, 1 to 200 characters
 * @param dialect the wire variant it reads, by name
 * @param via the platform through which it connects, such as a province's hub; null for one that connects itself
 */
public record Applicant(PartnerId partner, AgencyCode authority, String name, String dialect, @Nullable PartnerId via) {

    private static final int MAX_NAME_LENGTH = 200;

    public Applicant {
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("The name of a system is 1 to 200 characters");
        }
        if (partner.equals(via)) {
            throw new IllegalArgumentException("A system is no platform of its own");
        }
    }

    boolean throughPlatform() {
        return via != null;
    }
}
