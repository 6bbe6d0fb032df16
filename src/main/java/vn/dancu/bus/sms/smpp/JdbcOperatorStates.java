package vn.dancu.bus.sms.smpp;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.delivery.Deliveries;
import vn.dancu.bus.sms.OperatorState;
import vn.dancu.bus.sms.OperatorStates;
import vn.dancu.bus.sms.OutboundTexts;
import vn.dancu.bus.sms.SmscConnections;

/** Counts what waits, when it is asked. */
final class JdbcOperatorStates implements OperatorStates {

    private static final String COUNTS =
            """
            select o.operator, i.unanswered, i.oldest, u.held, s.unreceipted
            from unnest(?::text[]) as o (operator)
            cross join lateral (select count(*) as unanswered, min(received_at) as oldest from sms.inbound
                where operator = o.operator and ended_at is null) as i
            cross join lateral (select count(*) as held from sms.unanswered where operator = o.operator) as u
            cross join lateral (select count(*) as unreceipted from sms.submission
                where operator = o.operator and submitted_at is not null
                    and (state is null or state in ('ENROUTE', 'ACCEPTED'))) as s
            """;

    private final JdbcTemplate jdbc;
    private final SmscConnections connections;
    private final Deliveries deliveries;

    JdbcOperatorStates(JdbcTemplate jdbc, SmscConnections connections, Deliveries deliveries) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.deliveries = deliveries;
    }

    private record Counts(String operator, long unanswered, @Nullable Instant oldest, long held, long unreceipted) {}

    @Override
    public List<OperatorState> list() {
        List<SmscConnections.State> sessions = connections.states();
        Map<String, Deliveries.Backlog> backlogs = deliveries.backlogs(OutboundTexts.CHANNEL).stream()
                .collect(Collectors.toMap(Deliveries.Backlog::destination, Function.identity()));
        Map<String, Counts> counts =
                counts(sessions).stream().collect(Collectors.toMap(Counts::operator, Function.identity()));
        return sessions.stream()
                .map(session -> state(session, counts.get(session.operator()), backlogs.get(session.operator())))
                .toList();
    }

    private List<Counts> counts(List<SmscConnections.State> sessions) {
        String[] operators =
                sessions.stream().map(SmscConnections.State::operator).toArray(String[]::new);
        return jdbc.query(
                COUNTS,
                (rs, row) -> {
                    Timestamp oldest = rs.getTimestamp("oldest");
                    return new Counts(
                            rs.getString("operator"),
                            rs.getLong("unanswered"),
                            oldest == null ? null : oldest.toInstant(),
                            rs.getLong("held"),
                            rs.getLong("unreceipted"));
                },
                (Object) operators);
    }

    private static OperatorState state(
            SmscConnections.State session, @Nullable Counts counts, Deliveries.@Nullable Backlog backlog) {
        return new OperatorState(
                session,
                counts == null ? 0 : counts.unanswered(),
                counts == null ? null : counts.oldest(),
                backlog == null ? 0 : backlog.messages(),
                backlog == null ? null : backlog.oldest(),
                backlog == null ? null : backlog.lastError(),
                counts == null ? 0 : counts.held(),
                counts == null ? 0 : counts.unreceipted());
    }
}
