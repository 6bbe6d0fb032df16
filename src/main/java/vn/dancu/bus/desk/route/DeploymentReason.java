package vn.dancu.bus.desk.route;

import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;

/** The reason of a deployment, which goes into the trail. */
public final class DeploymentReason {

    private static final int MAX_LENGTH = 500;

    /**
     * The reason without the blanks around it.
     *
     * @throws BusException {@code field_invalid}
     */
    public static String words(String reason) {
        String words = reason.strip();
        if (words.isEmpty() || words.length() > MAX_LENGTH || words.matches("(?s).*[0-9]{9}.*")) {
            throw BusException.of(
                    ErrorCode.FIELD_INVALID, "reason", "1 to 500 characters in words, no personal number");
        }
        return words;
    }

    private DeploymentReason() {}
}
