package vn.dancu.bus.citizen;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The channel of text messages of one citizen. A text message can only close it; it is opened again by who proves more than to hold the
 * phone, so that a stolen phone or a taken-over number cannot.
 */
public interface SmsChannel {

    State state(VerifiedCitizen citizen);

    /** Recorded as {@code citizen.sms_stopped}. */
    State stop(VerifiedCitizen citizen);

    /**
     * Opens it again, also where wrong codes have locked it. Recorded as {@code citizen.sms_reopened}.
     *
     * @throws vn.dancu.bus.kernel.BusException {@code assurance_too_low} for a citizen who proved no more than to hold the phone
     */
    State reopen(VerifiedCitizen citizen);

    /**
     * How the channel stands.
     *
     * @param stoppedAt when the citizen stopped it; null while it is not stopped
     * @param lockedUntil until when wrong codes have locked it; null while it is not locked
     */
    record State(@Nullable Instant stoppedAt, @Nullable Instant lockedUntil) {

        public boolean isOpen() {
            return stoppedAt == null && lockedUntil == null;
        }
    }
}
