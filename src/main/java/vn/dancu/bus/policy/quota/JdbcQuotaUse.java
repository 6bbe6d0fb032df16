package vn.dancu.bus.policy.quota;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.ServiceCode;

/** The permits that instances have taken, by quota and period. */
final class JdbcQuotaUse {

    /**
     * Takes a block: never more than is left, and smaller ones towards the end, so that no instance sits on permits that
     * another needs. No row comes back when the quota is used up.
     */
    private static final String LEASE =
            """
            insert into policy.quota_use as use (partner, service, period, since, used, block)
            values (?, ?, ?, ?, ?, ?)
            on conflict (partner, service, period, since) do update
                set block = least(excluded.block, greatest(1, (? - use.used) / 10)),
                    used = use.used + least(excluded.block, greatest(1, (? - use.used) / 10))
                where use.used < ?
            returning block
            """;

    private static final String GIVE_BACK =
            """
            update policy.quota_use set used = greatest(0, used - ?)
            where partner = ? and service = ? and period = ? and since = ?
            """;

    private static final String USED_BY_PARTNER =
            """
            select partner, coalesce(sum(used) filter (where period = 'MINUTE'), 0) as minute,
                coalesce(sum(used) filter (where period = 'DAY'), 0) as day
            from policy.quota_use
            where service = ? and partner = any (string_to_array(?, ','))
                and (period = 'MINUTE' and since = ? or period = 'DAY' and since = ?)
            group by partner
            """;

    private static final String FORGET =
            "delete from policy.quota_use where partner = ? and service = ? and period = ? and since < ?";

    private final JdbcTemplate jdbc;

    JdbcQuotaUse(DataSource dataSource, Duration timeout) {
        this.jdbc = new JdbcTemplate(dataSource);
        jdbc.setQueryTimeout((int) Math.max(1, timeout.toSeconds()));
    }

    /** The database did not answer, or not in time. */
    static final class QuotaUnavailable extends Exception {

        private static final long serialVersionUID = 1L;

        QuotaUnavailable(Throwable cause) {
            super(cause);
        }
    }

    /** How many permits were had: at most {@code block}, 0 when the quota is used up. */
    long lease(Quotas.Key key, Instant since, long limit, long block) throws QuotaUnavailable {
        long first = Math.min(block, limit);
        try {
            List<Long> got = jdbc.queryForList(
                    LEASE,
                    Long.class,
                    key.partner().value(),
                    key.service().value(),
                    key.period().name(),
                    Timestamp.from(since),
                    first,
                    first,
                    limit,
                    limit,
                    limit);
            return got.isEmpty() ? 0 : got.get(0);
        } catch (DataAccessException e) {
            throw new QuotaUnavailable(e);
        }
    }

    /** How many permits instances have taken in the period that began then. */
    long used(Quotas.Key key, Instant since) throws QuotaUnavailable {
        try {
            Long used = jdbc.queryForObject(
                    "select coalesce(sum(used), 0) from policy.quota_use"
                            + " where partner = ? and service = ? and period = ? and since = ?",
                    Long.class,
                    key.partner().value(),
                    key.service().value(),
                    key.period().name(),
                    Timestamp.from(since));
            return used == null ? 0 : used;
        } catch (DataAccessException e) {
            throw new QuotaUnavailable(e);
        }
    }

    /** The same of several partners at once, in the minute and in the day that began then. */
    Map<PartnerId, Quotas.Used> used(Collection<PartnerId> partners, ServiceCode service, Instant minute, Instant day)
            throws QuotaUnavailable {
        Map<PartnerId, Quotas.Used> used = new HashMap<>();
        try {
            jdbc.query(
                    USED_BY_PARTNER,
                    rs -> {
                        used.put(
                                new PartnerId(rs.getString("partner")),
                                new Quotas.Used(rs.getLong("minute"), rs.getLong("day")));
                    },
                    service.value(),
                    partners.stream().map(PartnerId::value).collect(Collectors.joining(",")),
                    Timestamp.from(minute),
                    Timestamp.from(day));
            return used;
        } catch (DataAccessException e) {
            throw new QuotaUnavailable(e);
        }
    }

    void giveBack(Quotas.Key key, Instant since, long permits) throws QuotaUnavailable {
        update(
                GIVE_BACK,
                permits,
                key.partner().value(),
                key.service().value(),
                key.period().name(),
                Timestamp.from(since));
    }

    /** Drops what was counted in the periods of this quota before that time. */
    void forget(Quotas.Key key, Instant before) throws QuotaUnavailable {
        update(
                FORGET,
                key.partner().value(),
                key.service().value(),
                key.period().name(),
                Timestamp.from(before));
    }

    private void update(String sql, Object... values) throws QuotaUnavailable {
        try {
            jdbc.update(sql, values);
        } catch (DataAccessException e) {
            throw new QuotaUnavailable(e);
        }
    }
}
