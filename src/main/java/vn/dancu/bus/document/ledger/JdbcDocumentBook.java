package vn.dancu.bus.document.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.delivery.Deliveries;
import vn.dancu.bus.delivery.DeliveryState;
import vn.dancu.bus.document.dispatch.DocumentDispatch;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.ledger.Balance;
import vn.dancu.bus.ledger.RoomBook;

/**
 * Documents by the hour in which the axis first delivered them. One is in work until what ends it, an answer or a refusal, has
 * been taken by the axis, and dead when that came to be a dead letter of the outbox; one that its sender took back counts as
 * answered.
 */
final class JdbcDocumentBook implements RoomBook {

    private static final String LINES =
            """
            with came as (
                select date_trunc('hour', c.taken_at, 'UTC') as hour, d.partner, d.id,
                    case when d.next_try is not null or d.id = any (?) then 'in_work' when d.id = any (?) then 'dead'
                        when d.state = 'refused' then 'refused' when d.id is not null then 'answered' end as fate
                from document.delivery c left join document.document d on d.id = c.document
                where c.document is not null and c.taken_at >= ? and c.taken_at < ? and not exists (
                    select 1 from document.delivery e where e.document = c.document
                    and (e.taken_at, e.account, e.axis_doc_id) < (c.taken_at, c.account, c.axis_doc_id))
            )
            select hour, coalesce(partner, '-') as partner, count(*) as taken,
                count(*) filter (where fate = 'answered') as answered, count(*) filter (where fate = 'refused') as refused,
                count(*) filter (where fate = 'dead') as dead, count(*) filter (where fate = 'in_work') as in_work
            from came where ?::text is null or partner = ? group by 1, 2
            """;

    private final JdbcTemplate jdbc;
    private final Deliveries deliveries;

    JdbcDocumentBook(JdbcTemplate jdbc, Deliveries deliveries) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
    }

    @Override
    public String door() {
        return "document";
    }

    @Override
    public List<Balance> between(Instant from, Instant until, @Nullable PartnerId partner) {
        Map<String, DeliveryState.Name> unfinished = deliveries.unfinished(DocumentDispatch.CHANNEL);
        String id = partner == null ? null : partner.value();
        return jdbc.query(
                LINES,
                (rs, number) -> line(rs),
                documents(unfinished, state -> state != DeliveryState.Name.DEAD),
                documents(unfinished, state -> state == DeliveryState.Name.DEAD),
                from.atOffset(ZoneOffset.UTC),
                until.atOffset(ZoneOffset.UTC),
                id,
                id);
    }

    private Balance line(ResultSet rs) throws SQLException {
        return new Balance(
                rs.getTimestamp("hour").toInstant(),
                door(),
                rs.getString("partner"),
                rs.getLong("taken"),
                rs.getLong("answered"),
                rs.getLong("refused"),
                rs.getLong("dead"),
                rs.getLong("in_work"),
                0,
                0,
                null);
    }

    /** The outbox knows what a document sends by its id and a slash; reports to the axis have other keys. */
    private static UUID[] documents(Map<String, DeliveryState.Name> unfinished, Predicate<DeliveryState.Name> wanted) {
        return unfinished.entrySet().stream()
                .filter(one -> wanted.test(one.getValue())
                        && one.getKey().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.+"))
                .map(one ->
                        UUID.fromString(one.getKey().substring(0, one.getKey().indexOf('/'))))
                .toArray(UUID[]::new);
    }
}
