package vn.dancu.bus.delivery.report;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.delivery.DeadDeliveries;
import vn.dancu.bus.delivery.Delivery;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.content.MessageSeal;

/** Reads dead letters by the index on the time of their death. */
final class JdbcDeadDeliveries implements DeadDeliveries {

    private static final String SELECT =
            "select " + JdbcDeliveries.COLUMNS + " from delivery.message where dead_at is not null";

    private final JdbcTemplate jdbc;
    private final JdbcDeliveries deliveries;
    private final MessageSeal seal;
    private final ClaimChecks claims;

    JdbcDeadDeliveries(JdbcTemplate jdbc, JdbcDeliveries deliveries, MessageSeal seal, ClaimChecks claims) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.seal = seal;
        this.claims = claims;
    }

    @Override
    public List<Delivery> list(Condition wanted, int limit) {
        StringBuilder sql = new StringBuilder(SELECT);
        List<Object> values = new ArrayList<>();
        add(sql, values, "channel = ?", wanted.channel());
        add(sql, values, "channel <> ?", wanted.otherThan());
        add(
                sql,
                values,
                // A notice names its partner by the destination: no suspension holds it.
                "coalesce(partner, destination) = ?",
                wanted.partner() == null ? null : wanted.partner().value());
        add(sql, values, "last_error = ?", wanted.cause());
        add(sql, values, "dead_at >= ?", utc(wanted.from()));
        add(sql, values, "dead_at < ?", utc(wanted.until()));
        Place before = wanted.before();
        if (before != null) {
            sql.append(" and (dead_at, id) < (?, ?)");
            values.add(before.diedAt().atOffset(ZoneOffset.UTC));
            values.add(before.id());
        }
        sql.append(" order by dead_at desc, id desc limit ?");
        values.add(limit);
        return jdbc.query(sql.toString(), (rs, number) -> deliveries.delivery(rs), values.toArray());
    }

    @Override
    public Optional<InputStream> open(UUID id) {
        return jdbc
                .query(
                        "select sealed from delivery.content join delivery.message using (id) where id = ?"
                                + " and dead_at is not null",
                        (rs, number) -> rs.getBytes(1),
                        id)
                .stream()
                .findFirst()
                .map(bytes -> content(seal.open(id, bytes).content()));
    }

    private InputStream content(MessageContent content) {
        return content instanceof MessageContent.Stored stored
                ? claims.open(stored.check())
                : new ByteArrayInputStream(((MessageContent.Bytes) content).bytes());
    }

    private static void add(StringBuilder sql, List<Object> values, String condition, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.add(value);
        }
    }

    private static @Nullable Object utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
