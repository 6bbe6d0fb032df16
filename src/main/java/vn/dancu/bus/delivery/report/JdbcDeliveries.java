package vn.dancu.bus.delivery.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.delivery.Deliveries;
import vn.dancu.bus.delivery.Delivery;
import vn.dancu.bus.delivery.DeliveryState;
import vn.dancu.bus.delivery.lane.LaneSignal;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partner;
import vn.dancu.bus.partner.Partners;

/** The messages of the outbox. A hold is read from the partners: no row says it. */
final class JdbcDeliveries implements Deliveries {

    static final String COLUMNS = "seq, id, channel, destination, partner, once_key, order_key, content_type,"
            + " length, sha256, created_at, expires_at, state, due_at, attempts, last_error, receipt, ended_at";

    private static final String BALANCES =
            """
            select channel, sum(number)::bigint as put,
                coalesce(sum(number) filter (where state = 'DELIVERED'), 0)::bigint as delivered,
                coalesce(sum(number) filter (where state = 'DEAD'), 0)::bigint as dead,
                coalesce(sum(number) filter (where state = 'EXPIRED'), 0)::bigint as expired,
                coalesce(sum(number) filter (where state = 'RECALLED'), 0)::bigint as recalled,
                coalesce(sum(number) filter (where state in ('WAITING', 'SENDING', 'AWAITING_RECEIPT')), 0)::bigint
                    as in_work
            from (select channel, state, count(*) as number from delivery.message group by channel, state
                  union all select channel, state, number from delivery.gone) as counted
            group by channel order by channel
            """;

    private static final String BACKLOGS =
            """
            select destination, count(*) as messages, min(created_at) as oldest,
                (array_agg(last_error order by seq))[1] as last_error
            from delivery.message where channel = ? and ended_at is null group by destination order by destination
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Partners partners;
    private final Acts acts;
    private final LaneSignal lanes;
    private final Clock clock;

    JdbcDeliveries(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Partners partners,
            Acts acts,
            LaneSignal lanes,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.partners = partners;
        this.acts = acts;
        this.lanes = lanes;
        this.clock = clock;
    }

    @Override
    public Optional<Delivery> find(UUID id) {
        return jdbc
                .query("select " + COLUMNS + " from delivery.message where id = ?", (rs, number) -> delivery(rs), id)
                .stream()
                .findFirst();
    }

    @Override
    public List<Delivery> list(Filter filter, @Nullable UUID after, int limit) {
        StringBuilder sql = new StringBuilder("select " + COLUMNS + " from delivery.message where true");
        List<Object> values = new ArrayList<>();
        if (filter.channel() != null) {
            sql.append(" and channel = ?");
            values.add(filter.channel());
        }
        if (filter.partner() != null) {
            sql.append(" and partner = ?");
            values.add(filter.partner().value());
        }
        if (filter.state() != null) {
            addState(filter.state(), sql, values);
        }
        if (after != null) {
            sql.append(" and seq < (select seq from delivery.message where id = ?)");
            values.add(after);
        }
        sql.append(" order by seq desc limit ?");
        values.add(limit);
        return jdbc.query(sql.toString(), (rs, number) -> delivery(rs), values.toArray());
    }

    /** A range of the index on once-keys: 0 comes after the slash. */
    @Override
    public List<Delivery> ofWork(String work, int limit) {
        return jdbc.query(
                "select " + COLUMNS + " from delivery.message where once_key collate \"C\" >= ?"
                        + " and once_key collate \"C\" < ? order by seq limit ?",
                (rs, number) -> delivery(rs),
                work + "/",
                work + "0",
                limit);
    }

    @Override
    public Map<String, DeliveryState.Name> unfinished(String channel) {
        Map<String, DeliveryState.Name> found = new HashMap<>();
        jdbc.query(
                "select once_key, state from delivery.message where channel = ? and (ended_at is null or dead_at is not null)",
                rs -> {
                    found.put(rs.getString("once_key"), DeliveryState.Name.valueOf(rs.getString("state")));
                },
                channel);
        return found;
    }

    @Override
    public void putBack(Actor by, UUID id, String reason) {
        Delivery dead = find(id).orElseThrow(() -> BusException.of(ErrorCode.RESOURCE_UNKNOWN));
        transaction.executeWithoutResult(status -> {
            int changed = jdbc.update(
                    "update delivery.message set state = 'WAITING', ended_at = null, dead_at = null, attempts = 0,"
                            + " first_at = null, due_at = ? where id = ? and state = 'DEAD'",
                    Timestamp.from(clock.instant()),
                    id);
            if (changed == 0) {
                throw BusException.of(ErrorCode.MOVE_NOT_ALLOWED, "state", "DEAD");
            }
            acts.record(new Act(
                    by,
                    "delivery.put_back",
                    dead.partner(),
                    "delivery/" + id,
                    Map.of("reason", reason, "channel", dead.channel(), "destination", dead.destination())));
        });
        lanes.wake(dead.channel(), dead.destination());
    }

    @Override
    public boolean markReturned(UUID id, String code) {
        return jdbc.update(
                        "update delivery.message set last_error = ?"
                                + " where id = ? and state = 'DELIVERED' and last_error is null",
                        code,
                        id)
                == 1;
    }

    @Override
    public List<Backlog> backlogs(String channel) {
        return jdbc.query(
                BACKLOGS,
                (rs, number) -> new Backlog(
                        rs.getString("destination"),
                        rs.getLong("messages"),
                        rs.getTimestamp("oldest").toInstant(),
                        rs.getString("last_error")),
                channel);
    }

    @Override
    public List<Balance> balances() {
        return jdbc.query(
                BALANCES,
                (rs, number) -> new Balance(
                        rs.getString("channel"),
                        rs.getLong("put"),
                        rs.getLong("delivered"),
                        rs.getLong("dead"),
                        rs.getLong("expired"),
                        rs.getLong("recalled"),
                        rs.getLong("in_work")));
    }

    private void addState(DeliveryState.Name state, StringBuilder sql, List<Object> values) {
        boolean isWork = state == DeliveryState.Name.WAITING || state == DeliveryState.Name.HELD;
        if (isWork) {
            sql.append(" and ended_at is null and state = 'WAITING' and ")
                    .append(
                            state == DeliveryState.Name.HELD
                                    ? "partner = any (?)"
                                    : "(partner is null or partner <> all (?))");
            values.add(partners.all().stream()
                    .filter(partner -> partner.objection().isPresent())
                    .map(partner -> partner.id().value())
                    .toArray(String[]::new));
        } else {
            sql.append(state == DeliveryState.Name.DEAD ? " and dead_at is not null and state = ?" : " and state = ?");
            values.add(state.name());
        }
    }

    Delivery delivery(ResultSet rs) throws SQLException {
        String partnerId = rs.getString("partner");
        PartnerId partner = partnerId == null ? null : new PartnerId(partnerId);
        return new Delivery(
                rs.getObject("id", UUID.class),
                rs.getString("channel"),
                rs.getString("destination"),
                partner,
                rs.getString("once_key"),
                rs.getString("order_key"),
                rs.getString("content_type"),
                rs.getLong("length"),
                rs.getString("sha256"),
                rs.getTimestamp("created_at").toInstant(),
                instant(rs, "expires_at"),
                rs.getInt("attempts"),
                rs.getString("last_error"),
                rs.getString("receipt"),
                state(rs, partner));
    }

    private DeliveryState state(ResultSet rs, @Nullable PartnerId partner) throws SQLException {
        Instant due = rs.getTimestamp("due_at").toInstant();
        Instant ended = Optional.ofNullable(instant(rs, "ended_at")).orElse(due);
        return switch (DeliveryState.Name.valueOf(rs.getString("state"))) {
            case WAITING, HELD -> waiting(partner, due);
            case SENDING -> new DeliveryState.Sending(due);
            case AWAITING_RECEIPT -> new DeliveryState.AwaitingReceipt(due);
            case DELIVERED -> new DeliveryState.Delivered(ended);
            case DEAD -> new DeliveryState.Dead(ended, String.valueOf(rs.getString("last_error")));
            case EXPIRED -> new DeliveryState.Expired(ended);
            case RECALLED -> new DeliveryState.Recalled(ended);
        };
    }

    private DeliveryState waiting(@Nullable PartnerId partner, Instant due) {
        Optional<ErrorCode> objection =
                partner == null ? Optional.empty() : partners.find(partner).flatMap(Partner::objection);
        return objection.<DeliveryState>map(DeliveryState.Held::new).orElseGet(() -> new DeliveryState.Waiting(due));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        Timestamp value = rs.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
