package vn.dancu.bus.gateway.me;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PersonalId;

/** How often requests come for one citizen on this instance; the quota of the portal is the policy's, and of questions alone. */
final class CitizenPace {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MAX_CITIZENS = 100_000;

    private final int most;
    private final Cache<PersonalId, AtomicInteger> taken = Caffeine.newBuilder()
            .maximumSize(MAX_CITIZENS)
            .expireAfterWrite(WINDOW)
            .build();

    CitizenPace(int most) {
        this.most = most;
    }

    /** @throws BusException {@code quota_exceeded} */
    void take(VerifiedCitizen citizen) {
        AtomicInteger count = taken.get(citizen.number(), number -> new AtomicInteger());
        if (count.incrementAndGet() > most) {
            throw BusException.of(
                    ErrorCode.QUOTA_EXCEEDED,
                    "DanCu-Citizen-Token",
                    "at most " + most + " requests a minute for a citizen");
        }
    }
}
