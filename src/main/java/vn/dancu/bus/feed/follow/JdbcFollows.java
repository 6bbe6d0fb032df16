package vn.dancu.bus.feed.follow;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.feed.ChangeKind;
import vn.dancu.bus.feed.FollowOrder;
import vn.dancu.bus.feed.FollowTerms;
import vn.dancu.bus.feed.FollowedPerson;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.kernel.PersonalId;
import vn.dancu.bus.kernel.Purpose;

/** The tables of follows. */
final class JdbcFollows {

    /** First key of the advisory lock that serialises the changes of one partner; no other room uses it. */
    private static final int PARTNER_LOCK = 0x64616E0B;

    private static final String REGISTERED =
            """
            select n.number, c.citizen_id, coalesce(c.so_dinh_danh, c.so_cmnd, n.number) as current
            from register.citizen_number n join register.citizen c on c.citizen_id = n.citizen_id where n.number = any (?)
            """;

    private static final String TERMS =
            """
            with made as (
                insert into feed.terms (partner, officer, procedure, purpose, issue, reason) values (?, ?, ?, ?, ?, ?)
                on conflict (partner, officer, coalesce(procedure, ''), coalesce(purpose, ''), coalesce(issue, ''), reason)
                    do update set reason = excluded.reason
                returning id)
            select id from made
            """;

    private static final String PUT =
            """
            insert into feed.follow (partner, citizen_id, subject, terms_id, kinds, since, until, relationship)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (partner, citizen_id) do update set subject = excluded.subject, terms_id = excluded.terms_id,
                kinds = excluded.kinds, until = excluded.until, relationship = excluded.relationship
            """;

    private static final String INITIAL =
            "insert into register.change (citizen_id, number, kind, fields, follower) values (?, ?, ?, '{SoDinhDanh}', ?)";

    private static final String LIST =
            """
            select f.subject, f.kinds, f.since, f.until, t.officer, t.procedure, t.purpose, t.issue, t.reason
            from feed.follow f join feed.terms t on t.id = f.terms_id
            where f.partner = ? and f.subject > ? order by f.subject limit ?
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    JdbcFollows(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Somebody in the register.
     *
     * @param number the one in force, or the last one
     */
    record Registered(long citizen, PersonalId number) {}

    /** Somebody who is to be followed. */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(Registered person, byte[] subject, byte @Nullable [] relationship) {}

    /** Who has these numbers, by the number. */
    Map<String, Registered> registered(List<String> numbers) {
        try {
            Map<String, Registered> found = new HashMap<>();
            jdbc.query(
                    REGISTERED,
                    row -> {
                        found.put(
                                row.getString("number"),
                                new Registered(row.getLong("citizen_id"), number(row.getString("current"))));
                    },
                    (Object) numbers.toArray(String[]::new));
            return found;
        } catch (DataAccessException e) {
            throw new BusException(ErrorCode.REGISTER_UNAVAILABLE, e);
        }
    }

    private static PersonalId number(String digits) {
        return digits.length() == PersonalId.Kind.SO_CMND.length()
                ? PersonalId.soCmnd(digits)
                : PersonalId.soDinhDanh(digits);
    }

    /** Does the work in one transaction, alone among all who change whom this partner follows. */
    <T> T alone(PartnerId partner, Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.query("select pg_advisory_xact_lock(?, hashtext(?))", rs -> {}, PARTNER_LOCK, partner.value());
            return work.get();
        }));
    }

    void put(FollowOrder order, List<Row> rows, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        String partner = order.terms().partner().value();
        int terms = terms(order.terms());
        String[] kinds = order.kinds().isEmpty()
                ? null
                : order.kinds().stream().map(ChangeKind::code).sorted().toArray(String[]::new);
        jdbc.batchUpdate(
                PUT,
                rows.stream()
                        .map(row -> new @Nullable Object[] {
                            partner,
                            row.person().citizen(),
                            row.subject(),
                            terms,
                            kinds,
                            Timestamp.from(now),
                            timestamp(order.until()),
                            row.relationship()
                        })
                        .toList());
        if (order.initial()) {
            jdbc.batchUpdate(
                    INITIAL,
                    rows.stream()
                            .map(row -> new Object[] {
                                row.person().citizen(),
                                row.person().number().digits(),
                                ChangeKind.FOLLOWED.code(),
                                partner
                            })
                            .toList());
        }
    }

    private int terms(FollowTerms terms) {
        Integer id = jdbc.queryForObject(
                TERMS,
                Integer.class,
                terms.partner().value(),
                terms.officer(),
                terms.procedure(),
                terms.purpose() == null ? null : terms.purpose().value(),
                terms.issue(),
                terms.reason());
        return Objects.requireNonNull(id);
    }

    /** How many people the partner follows now; whose time is over does not count, though its last events can be read still. */
    int count(PartnerId partner, Instant now) {
        Integer count = jdbc.queryForObject(
                "select count(*) from feed.follow where partner = ? and (until is null or until > ?)",
                Integer.class,
                partner.value(),
                Timestamp.from(now));
        return count == null ? 0 : count;
    }

    /** How many were there. */
    int remove(PartnerId partner, List<byte[]> subjects) {
        return jdbc.update(
                "delete from feed.follow where partner = ? and subject = any (?)",
                partner.value(),
                subjects.toArray(byte[][]::new));
    }

    List<FollowedPerson> list(PartnerId partner, byte[] after, int limit) {
        return jdbc.query(
                LIST,
                (row, i) -> new FollowedPerson(
                        HexFormat.of().formatHex(row.getBytes("subject")),
                        new FollowTerms(
                                partner,
                                row.getString("officer"),
                                row.getString("procedure"),
                                Optional.ofNullable(row.getString("purpose"))
                                        .map(Purpose::new)
                                        .orElse(null),
                                row.getString("issue"),
                                row.getString("reason")),
                        Optional.ofNullable(row.getArray("kinds"))
                                .map(JdbcFollows::texts)
                                .orElse(List.of()),
                        row.getTimestamp("since").toInstant(),
                        Optional.ofNullable(row.getTimestamp("until"))
                                .map(Timestamp::toInstant)
                                .orElse(null)),
                partner.value(),
                after,
                limit);
    }

    private static List<String> texts(java.sql.Array array) {
        try {
            return Arrays.asList((String[]) array.getArray());
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException("An array of texts was not readable", e);
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
