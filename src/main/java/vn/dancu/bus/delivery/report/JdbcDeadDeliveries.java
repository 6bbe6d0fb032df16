package vn.dancu.bus.delivery.report;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.delivery.DeadDeliveries;
import vn.dancu.bus.delivery.Delivery;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.content.MessageSeal;
import vn.dancu.bus.kernel.sql.GivenConditions;

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
        Place before = wanted.before();
        GivenConditions given = new GivenConditions(SELECT)
                .and("channel = any (?)", names(wanted.channels()))
                .and("channel <> all (?)", names(wanted.otherThan()))
                // A notice names its partner by the destination: no suspension holds it.
                .and(
                        "coalesce(partner, split_part(destination, '.', 1)) = ?",
                        wanted.partner() == null ? null : wanted.partner().value())
                .and("last_error = ?", wanted.cause())
                .and("dead_at >= ?", wanted.from())
                .and("dead_at < ?", wanted.until())
                .newestFirst(
                        "dead_at", before == null ? null : before.diedAt(), before == null ? null : before.id(), limit);
        return jdbc.query(given.sql(), (rs, number) -> deliveries.delivery(rs), given.values());
    }

    private static String @Nullable [] names(@Nullable Set<String> channels) {
        return channels == null ? null : channels.toArray(String[]::new);
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
}
