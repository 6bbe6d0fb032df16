package vn.dancu.bus.policy.quota;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.ServiceCode;
import vn.dancu.bus.policy.Explanation;
import vn.dancu.bus.policy.PolicySettings;
import vn.dancu.bus.policy.content.PolicyContent;

/**
 * The quotas of all partners, exact over all instances: each instance takes permits in blocks from the database, where the
 * sum is kept, and hands them out from memory.
 */
public final class Quotas implements AutoCloseable {

    private final JdbcQuotaUse store;
    private final Clock clock;
    private final PolicySettings settings;
    private final ConcurrentMap<Key, QuotaLease> leases = new ConcurrentHashMap<>();

    Quotas(JdbcQuotaUse store, Clock clock, PolicySettings settings) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
    }

    /** The outcome of a request for one permit. */
    public enum Take {
        TAKEN,
        USED_UP,
        /** The database did not answer in time. */
        UNAVAILABLE
    }

    /** Permits taken in the running minute and in the running day. */
    public record Used(long inMinute, long inDay) {}

    /** Identifies one quota. */
    record Key(PartnerId partner, ServiceCode service, Period period) {}

    /** The period over which a quota is counted. */
    enum Period {
        MINUTE,
        DAY
    }

    /** Takes one permit of the minute and one of the day, or none. */
    public Take take(PartnerId partner, ServiceCode service, PolicyContent.Quota quota) {
        return take(partner, service, quota.perMinute(), quota.perDay());
    }

    /**
     * The same for a quota that another room keeps.
     *
     * @param service a name that is no service of the bus
     * @param perMinute permits in a minute, 0 and more
     * @param perDay permits in a day, 0 and more
     */
    public Take take(PartnerId partner, ServiceCode service, long perMinute, long perDay) {
        Instant now = Instant.now(clock);
        QuotaLease minute = lease(new Key(partner, service, Period.MINUTE));
        Take first = minute.take(now, perMinute);
        if (first != Take.TAKEN) {
            return first;
        }
        Take second = lease(new Key(partner, service, Period.DAY)).take(now, perDay);
        if (second != Take.TAKEN) {
            minute.giveBack(now);
        }
        return second;
    }

    /**
     * What is taken of both quotas, without taking anything; {@code policy_unavailable} when the database does not
     * answer.
     */
    public List<Explanation.QuotaState> states(PartnerId partner, ServiceCode service, PolicyContent.Quota quota) {
        try {
            return List.of(
                    state(new Key(partner, service, Period.MINUTE), quota.perMinute()),
                    state(new Key(partner, service, Period.DAY), quota.perDay()));
        } catch (JdbcQuotaUse.QuotaUnavailable e) {
            throw new BusException(ErrorCode.POLICY_UNAVAILABLE, e);
        }
    }

    /**
     * Gives a permit of the minute and one of the day back, for what did not come about; where a period has ended since, there is
     * nothing to give back of it.
     *
     * @param takenAt about when both were taken
     */
    public void giveBack(PartnerId partner, ServiceCode service, Instant takenAt) {
        lease(new Key(partner, service, Period.MINUTE)).giveBack(takenAt);
        lease(new Key(partner, service, Period.DAY)).giveBack(takenAt);
    }

    /**
     * How many permits of the running minute and of the running day instances have taken, what they hold included, by partner; who took
     * none may be missing. {@code policy_unavailable} when the database does not answer.
     */
    public Map<PartnerId, Used> used(Collection<PartnerId> partners, ServiceCode service) {
        try {
            Instant now = Instant.now(clock);
            return store.used(
                    partners,
                    service,
                    start(Period.MINUTE, now, settings.zone()),
                    start(Period.DAY, now, settings.zone()));
        } catch (JdbcQuotaUse.QuotaUnavailable e) {
            throw new BusException(ErrorCode.POLICY_UNAVAILABLE, e);
        }
    }

    private long used(Key key, Instant now) throws JdbcQuotaUse.QuotaUnavailable {
        return store.used(key, start(key.period(), now, settings.zone()));
    }

    private Explanation.QuotaState state(Key key, long limit) throws JdbcQuotaUse.QuotaUnavailable {
        return new Explanation.QuotaState(
                key.period().name().toLowerCase(Locale.ROOT), limit, used(key, Instant.now(clock)));
    }

    /** Gives what this instance has not handed out back to the others. */
    @Override
    public void close() {
        leases.values().forEach(QuotaLease::surrender);
    }

    private QuotaLease lease(Key key) {
        QuotaLease known = leases.get(key);
        return known != null ? known : leases.computeIfAbsent(key, this::newLease);
    }

    private QuotaLease newLease(Key key) {
        return new QuotaLease(key, store, settings);
    }

    /** The first moment of the running period; a day begins at midnight of the zone. */
    static Instant start(Period period, Instant now, ZoneId zone) {
        ChronoUnit unit = period == Period.MINUTE ? ChronoUnit.MINUTES : ChronoUnit.DAYS;
        return now.atZone(zone).truncatedTo(unit).toInstant();
    }

    static Duration length(Period period) {
        return period == Period.MINUTE ? Duration.ofMinutes(1) : Duration.ofDays(1);
    }
}
