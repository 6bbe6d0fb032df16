package vn.dancu.bus.audit.evidence.retention;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Act;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.audit.RecordKind;
import vn.dancu.bus.kernel.Actor;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.SecretBox;

/** The table of legal holds. A lock keeps a hold from being placed while what it would hold is being destroyed. */
final class JdbcLegalHolds implements LegalHolds {

    private static final long LOCK = 0x64616E6375_05L;
    private static final String INSERT =
            """
            insert into audit.hold
                (id, reason, decision, kind, since, until, partner, person_hash, authority, scope, placed_by, placed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String CONFIGURATION_FREEZE =
            """
            select decision from audit.hold where released_at is null and 'CONFIGURATION' = any (scope)
            and (partner is null or ?::text is null or partner = ?) order by placed_at, id
            """;
    private static final String ASK =
            """
            update audit.hold set release_asked_by = ?, release_asked_at = ?, release_reason = ?
            where id = ? and released_at is null
            """;
    private static final String RELEASE =
            """
            update audit.hold set released_by = ?, released_at = ?
            where id = ? and released_at is null and release_asked_by <> ?
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final SecretBox box;
    private final Acts acts;
    private final Clock clock;

    JdbcLegalHolds(JdbcTemplate jdbc, TransactionTemplate transactions, SecretBox box, Acts acts, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.box = box;
        this.acts = acts;
        this.clock = clock;
    }

    @Override
    public UUID place(Actor actor, Placement placement) {
        UUID id = UUID.randomUUID();
        PersonalId person = placement.person();
        RecordKind kind = placement.kind();
        FreezeOrder freeze = placement.freeze();
        transactions.executeWithoutResult(status -> {
            lock(jdbc);
            jdbc.update(
                    INSERT,
                    id,
                    placement.reason(),
                    placement.decision(),
                    kind == null ? null : kind.name(),
                    utc(placement.since()),
                    utc(placement.until()),
                    placement.partner(),
                    person == null ? null : PersonHash.of(box, person),
                    freeze == null ? null : freeze.authority(),
                    freeze == null ? null : names(freeze.scope()),
                    actor.name(),
                    now());
            act(actor, "audit.hold_placed", id, detail(placement));
        });
        return id;
    }

    @Override
    public void askRelease(Actor actor, UUID id, String reason) {
        transactions.executeWithoutResult(status -> {
            if (jdbc.update(ASK, actor.name(), now(), reason, id) == 0) {
                throw refusal(id);
            }
            act(actor, "audit.hold_release_asked", id, Map.of("reason", reason));
        });
    }

    @Override
    public void release(Actor actor, UUID id) {
        transactions.executeWithoutResult(status -> {
            if (jdbc.update(RELEASE, actor.name(), now(), id, actor.name()) == 0) {
                throw refusal(id);
            }
            act(actor, "audit.hold_released", id, Map.of());
        });
    }

    @Override
    public List<Hold> holds() {
        return jdbc.query("select * from audit.hold order by placed_at desc, id limit 1000", (rs, row) -> hold(rs));
    }

    @Override
    public Optional<String> configurationFreeze(@Nullable String partner) {
        return jdbc.queryForList(CONFIGURATION_FREEZE, String.class, partner, partner).stream()
                .findFirst();
    }

    private static Map<String, String> detail(Placement placement) {
        Map<String, String> detail = new HashMap<>();
        detail.put("reason", placement.reason());
        detail.put("decision", placement.decision());
        FreezeOrder freeze = placement.freeze();
        if (freeze != null) {
            detail.put("authority", freeze.authority());
            detail.put("scope", String.join(" ", names(freeze.scope())));
        }
        return detail;
    }

    private static String[] names(Set<Scope> scope) {
        return scope.stream().sorted().map(Scope::name).toArray(String[]::new);
    }

    /** Lets no hold be placed until the end of the transaction. */
    static void lock(JdbcTemplate jdbc) {
        jdbc.execute("select pg_advisory_xact_lock(" + LOCK + ")");
    }

    /** Whether a hold that covers the scope is on records of one of the kinds in the period. */
    static boolean isHeld(JdbcTemplate jdbc, Scope scope, List<RecordKind> kinds, Instant since, Instant until) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from audit.hold where released_at is null and since < ? and until > ?"
                        + " and (kind is null or kind = any (?)) and (scope is null or ? = any (scope)))",
                Boolean.class,
                utc(until),
                utc(since),
                kinds.stream().map(RecordKind::name).toArray(String[]::new),
                scope.name()));
    }

    private BusException refusal(UUID id) {
        List<Hold> found = jdbc.query("select * from audit.hold where id = ?", (rs, row) -> hold(rs), id);
        if (found.isEmpty()) {
            return new BusException(ErrorCode.RESOURCE_UNKNOWN, null);
        }
        boolean waits = found.get(0).releasedAt() == null && found.get(0).releaseAskedBy() != null;
        return new BusException(waits ? ErrorCode.SECOND_PERSON_REQUIRED : ErrorCode.MOVE_NOT_ALLOWED, null);
    }

    private void act(Actor actor, String action, UUID id, Map<String, String> detail) {
        acts.record(new Act(actor, action, null, "hold/" + id, detail));
    }

    private OffsetDateTime now() {
        return utc(Instant.now(clock));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Hold hold(ResultSet rs) throws SQLException {
        String kind = rs.getString("kind");
        return new Hold(
                rs.getObject("id", UUID.class),
                rs.getString("reason"),
                rs.getString("decision"),
                kind == null ? null : RecordKind.valueOf(kind),
                rs.getTimestamp("since").toInstant(),
                rs.getTimestamp("until").toInstant(),
                rs.getString("partner"),
                rs.getBytes("person_hash") != null,
                rs.getString("authority"),
                scope(rs),
                rs.getString("placed_by"),
                rs.getTimestamp("placed_at").toInstant(),
                rs.getString("release_asked_by"),
                moment(rs, "release_asked_at"),
                rs.getString("released_by"),
                moment(rs, "released_at"));
    }

    private static @Nullable List<Scope> scope(ResultSet rs) throws SQLException {
        Array scope = rs.getArray("scope");
        return scope == null
                ? null
                : Arrays.stream((String[]) scope.getArray()).map(Scope::valueOf).toList();
    }

    static @Nullable Instant moment(ResultSet rs, String column) throws SQLException {
        return rs.getTimestamp(column) == null ? null : rs.getTimestamp(column).toInstant();
    }
}
