package vn.dancu.bus.gateway.soap;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the SOAP door signs partners in.
 *
 * @param signedPath the service path that goes into the digest: what the asker calls, also behind a proxy
 * @param window how old a Timestamp may be
 * @param clockSkew how far a Timestamp may lie ahead of this clock
 */
@ConfigurationProperties("dancu.gateway.soap")
record SoapSettings(
        @DefaultValue("/soap/population/v1") String signedPath,
        @DefaultValue("5m") Duration window,
        @DefaultValue("30s") Duration clockSkew) {

    private static final Duration MAX_TIME_WINDOW = Duration.ofMinutes(15);

    SoapSettings {
        if (window.isNegative() || window.isZero() || window.compareTo(MAX_TIME_WINDOW) > 0) {
            throw new IllegalArgumentException("dancu.gateway.soap.window takes more than 0 and at most 15m");
        }
        if (clockSkew.isNegative() || clockSkew.compareTo(MAX_TIME_WINDOW) > 0) {
            throw new IllegalArgumentException("dancu.gateway.soap.clock-skew takes 0 to 15m");
        }
    }

    /**
     * Requires that what was answered is remembered as long as it could be sent again.
     *
     * @throws IllegalArgumentException when it is forgotten before
     */
    void requireRemembered(Duration onceWindow) {
        if (onceWindow.compareTo(window.plus(clockSkew)) < 0) {
            throw new IllegalArgumentException(
                    "dancu.audit.once-window must be at least dancu.gateway.soap.window and clock-skew together");
        }
    }
}
