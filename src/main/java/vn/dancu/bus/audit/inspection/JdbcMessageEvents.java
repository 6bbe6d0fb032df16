package vn.dancu.bus.audit.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.dancu.bus.audit.PersonalContent;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;

/** Finds answers and refusals by the indexes on message ids, events and partners. */
final class JdbcMessageEvents implements MessageEvents {

    private static final String SELECT =
            """
            select e.id, e.kind, e.occurred_at, e.partner, e.officer, e.service, e.result, e.message_id,
                (d ->> 'receivedAt')::timestamptz as received_at, d ->> 'door' as door, d ->> 'procedure' as procedure,
                d ->> 'purpose' as purpose, d ->> 'issue' as issue, d ->> 'policyHash' as policy_hash,
                d ->> 'replay' as replay, (d ->> 'bytesIn')::bigint as bytes_in,
                translate(d ->> 'releasedFields', '[]" ', '') as released
            from audit.event e, lateral (select e.event::jsonb -> 'data' as d) as parsed
            where e.kind in ('ANSWER', 'REFUSAL')""";

    private static final String COUNTS =
            """
            select d ->> 'door' as door, e.partner, count(*) filter (where e.kind = 'ANSWER') as answers,
                count(*) filter (where e.kind = 'REFUSAL') as refusals,
                count(*) filter (where e.result in ('answer_cut', 'reply_destination_forbidden')) as cut
            from audit.event e, lateral (select e.event::jsonb -> 'data' as d) as parsed
            where e.kind in ('ANSWER', 'REFUSAL') and e.occurred_at >= ? and e.occurred_at < ? and d ->> 'door' <> 'document'
                and (d ->> 'receivedAt')::timestamptz >= ? and (d ->> 'receivedAt')::timestamptz < ?
            group by 1, 2""";

    private final JdbcSnapshotReader reading;
    private final JdbcSnapshotReader counting;
    private final PersonalContent content;

    /** @param counting for what reads whole hours */
    JdbcMessageEvents(JdbcSnapshotReader reading, JdbcSnapshotReader counting, PersonalContent content) {
        this.content = content;
        this.reading = reading;
        this.counting = counting;
    }

    @Override
    public List<MessageEvent> ofMessage(String messageId, int limit) {
        String sql = SELECT + " and e.message_id = ? order by e.occurred_at, e.id limit ?";
        return reading.read(jdbc -> jdbc.query(sql, (rs, row) -> event(rs), messageId, limit));
    }

    @Override
    public Optional<MessageEvent> find(UUID event) {
        return reading.read(jdbc -> jdbc.query(SELECT + " and e.id = ?", (rs, row) -> event(rs), event)).stream()
                .findFirst();
    }

    @Override
    public Optional<PersonalId> person(UUID event) {
        String sql = "select key_period, person_sealed from audit.event where id = ? and person_sealed is not null";
        return reading
                .read(jdbc -> jdbc.query(
                        sql,
                        (rs, row) ->
                                new Sealed(rs.getObject("key_period", Integer.class), rs.getBytes("person_sealed")),
                        event))
                .stream()
                .flatMap(text -> person(text).stream())
                .findFirst();
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Sealed(@Nullable Integer keyPeriod, byte[] content) {}

    private Optional<PersonalId> person(Sealed sealed) {
        try {
            return Optional.of(RecordedInspection.number(content.open(sealed.keyPeriod(), sealed.content())));
        } catch (BusException e) {
            return Optional.empty(); // the key of its month was destroyed
        }
    }

    @Override
    public List<MessageEvent> ofPartner(
            PartnerId partner, Instant from, Instant until, @Nullable String door, @Nullable String result, int limit) {
        String sql = SELECT + " and e.partner = ? and e.occurred_at >= ? and e.occurred_at < ?"
                + " and (?::text is null or d ->> 'door' = ?) and (?::text is null or e.result = ?)"
                + " order by e.occurred_at, e.id limit ?";
        return reading.read(jdbc -> jdbc.query(
                sql,
                (rs, row) -> event(rs),
                partner.value(),
                from.atOffset(ZoneOffset.UTC),
                until.atOffset(ZoneOffset.UTC),
                door,
                door,
                result,
                result,
                limit));
    }

    @Override
    public List<Count> counts(Instant from, Instant until, Duration longest) {
        return counting.read(jdbc -> jdbc.query(
                COUNTS,
                (rs, row) -> new Count(
                        rs.getString("door"),
                        rs.getString("partner"),
                        rs.getLong("answers"),
                        rs.getLong("refusals"),
                        rs.getLong("cut")),
                from.atOffset(ZoneOffset.UTC),
                until.plus(longest).atOffset(ZoneOffset.UTC),
                from.atOffset(ZoneOffset.UTC),
                until.atOffset(ZoneOffset.UTC)));
    }

    private static MessageEvent event(ResultSet rs) throws SQLException {
        String released = rs.getString("released");
        return new MessageEvent(
                rs.getObject("id", UUID.class),
                RecordKind.valueOf(rs.getString("kind")),
                instant(rs, "occurred_at"),
                instant(rs, "received_at"),
                rs.getString("door"),
                rs.getString("message_id"),
                rs.getString("partner"),
                rs.getString("officer"),
                rs.getString("service"),
                rs.getString("procedure"),
                rs.getString("purpose"),
                rs.getString("result"),
                rs.getString("issue"),
                released == null || released.isEmpty() ? Set.of() : Set.of(released.split(",")),
                rs.getString("policy_hash"),
                rs.getString("replay"),
                rs.getLong("bytes_in"));
    }

    private static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }
}
