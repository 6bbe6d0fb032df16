package vn.dancu.bus.sms.inbound;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.sms.SmsSettings;
import vn.dancu.bus.sms.inbound.InboundMetrics.TakeResult;
import vn.dancu.bus.sms.outbound.ReceiptOfPart;
import vn.dancu.bus.sms.outbound.Submissions;

/** Writes messages that came, a statement for all of a kind and one commit for all. */
final class JdbcTakes {

    /** A key that was seen before the window is new; sorted, so that two instances cannot deadlock. */
    private static final String ONCE =
            """
            insert into sms.once as o (key, seen_at) select key, ? from unnest(?::bytea[]) as g (key) order by key
            on conflict (key) do update set seen_at = excluded.seen_at where o.seen_at < ?
            returning key
            """;

    /** Places of a batch are places in the order of each sender. {@code rank}: how many of its sender are before it in the batch. */
    private static final String TEXTS =
            """
            insert into sms.inbound (id, operator, sender_key, sealed, received_at, due_at, outcome, ended_at)
            select g.id, g.operator, g.sender_key, case when f.flood is null then g.sealed end, ?, ?,
                coalesce(g.outcome, f.flood), case when coalesce(g.outcome, f.flood) is not null then ?::timestamptz end
            from unnest(?::uuid[], ?::text[], ?::bytea[], ?::bytea[], ?::text[], ?::integer[]) with ordinality
                as g (id, operator, sender_key, sealed, outcome, rank, place)
            left join lateral (
                select 'FLOOD' as flood where g.outcome is null and g.rank + (
                    select count(*) from (select 1 from sms.inbound w where w.sender_key = g.sender_key
                        and w.ended_at is null limit ?) as waiting) >= ?) as f on true
            order by g.place
            returning operator, coalesce(outcome, 'TEXT') as outcome
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final JdbcParts parts;
    private final Submissions submissions;
    private final SmsSettings settings;
    private final Clock clock;

    JdbcTakes(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            JdbcParts parts,
            Submissions submissions,
            SmsSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.parts = parts;
        this.submissions = submissions;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether the database refused a row for what is in it. */
    static boolean isAboutData(RuntimeException failure) {
        return failure instanceof DataIntegrityViolationException;
    }

    /** All of them, or none; how many there were of each kind. */
    List<TakeResult> write(List<TakenMessage> batch) {
        return Objects.requireNonNull(transaction.execute(status -> written(batch)));
    }

    /** Joins parts that came by different instances. */
    void joinParts() {
        transaction.executeWithoutResult(status -> texts(parts.join(null)));
    }

    private List<TakeResult> written(List<TakenMessage> batch) {
        Map<String, TakeResult> counted = new LinkedHashMap<>();
        List<TakenMessage> fresh = fresh(batch, counted);
        List<TakenMessage.Text> texts = new ArrayList<>();
        List<TakenMessage.Part> some = new ArrayList<>();
        List<ReceiptOfPart> receipts = new ArrayList<>();
        for (TakenMessage one : fresh) {
            if (one instanceof TakenMessage.Text text) {
                texts.add(text);
            } else if (one instanceof TakenMessage.Part part) {
                some.add(part);
                count(counted, part.operator(), "PART");
            } else if (one instanceof TakenMessage.Receipt receipt) {
                receipts.add(receipt.of());
                count(counted, receipt.of().operator(), "RECEIPT");
            }
        }
        if (!some.isEmpty()) {
            texts.addAll(parts.put(some));
        }
        if (!receipts.isEmpty()) {
            submissions.received(receipts);
        }
        List<TakeResult> results = new ArrayList<>(counted.values());
        results.addAll(texts(texts));
        return results;
    }

    /** Those that were not taken before, in their order. */
    private List<TakenMessage> fresh(List<TakenMessage> batch, Map<String, TakeResult> counted) {
        Map<String, byte[]> keys = new TreeMap<>();
        for (TakenMessage one : batch) {
            byte[] key = one.onceKey();
            if (key != null) {
                keys.put(HexFormat.of().formatHex(key), key);
            }
        }
        Set<String> unseen = keys.isEmpty() ? Set.of() : unseen(keys);
        Set<String> left = new HashSet<>(unseen);
        List<TakenMessage> fresh = new ArrayList<>(batch.size());
        for (TakenMessage one : batch) {
            byte[] key = one.onceKey();
            if (key == null || left.remove(HexFormat.of().formatHex(key))) {
                fresh.add(one);
            } else {
                count(counted, operator(one), "REPEATED");
            }
        }
        return fresh;
    }

    private Set<String> unseen(Map<String, byte[]> keys) {
        Instant now = clock.instant();
        return new HashSet<>(jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(ONCE);
                    statement.setTimestamp(1, Timestamp.from(now));
                    statement.setArray(2, JdbcTextColumns.octets(connection, List.copyOf(keys.values()), key -> key));
                    statement.setTimestamp(3, Timestamp.from(now.minus(settings.onceWindow())));
                    return statement;
                },
                (rs, row) -> HexFormat.of().formatHex(rs.getBytes(1))));
    }

    private List<TakeResult> texts(List<TakenMessage.Text> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        Map<String, TakeResult> counted = new LinkedHashMap<>();
        jdbc.query(connection -> statement(connection, texts), rs -> {
            count(counted, rs.getString("operator"), rs.getString("outcome"));
        });
        return List.copyOf(counted.values());
    }

    private PreparedStatement statement(Connection connection, List<TakenMessage.Text> texts) throws SQLException {
        Map<String, Integer> bySender = new HashMap<>();
        List<Integer> ranks = texts.stream()
                .map(one -> bySender.merge(HexFormat.of().formatHex(one.senderKey()), 1, Integer::sum) - 1)
                .toList();
        Timestamp now = Timestamp.from(clock.instant());
        PreparedStatement statement = connection.prepareStatement(TEXTS);
        statement.setTimestamp(1, now);
        statement.setTimestamp(2, now);
        statement.setTimestamp(3, now);
        statement.setArray(4, JdbcTextColumns.of(connection, "uuid", texts, TakenMessage.Text::id));
        statement.setArray(5, JdbcTextColumns.of(connection, "text", texts, TakenMessage.Text::operator));
        statement.setArray(6, JdbcTextColumns.octets(connection, texts, TakenMessage.Text::senderKey));
        statement.setArray(7, JdbcTextColumns.octets(connection, texts, TakenMessage.Text::sealed));
        statement.setArray(8, JdbcTextColumns.of(connection, "text", texts, one -> name(one.outcome())));
        statement.setArray(9, connection.createArrayOf("int4", ranks.toArray()));
        statement.setInt(10, settings.senderWaiting());
        statement.setInt(11, settings.senderWaiting());
        return statement;
    }

    private static @Nullable String name(@Nullable TextOutcome outcome) {
        return outcome == null ? null : outcome.name();
    }

    private static String operator(TakenMessage one) {
        return one instanceof TakenMessage.Text text
                ? text.operator()
                : one instanceof TakenMessage.Part part
                        ? part.operator()
                        : ((TakenMessage.Receipt) one).of().operator();
    }

    private static void count(Map<String, TakeResult> counted, String operator, String outcome) {
        counted.merge(
                operator + "/" + outcome,
                new TakeResult(operator, outcome, 1),
                (before, one) -> new TakeResult(operator, outcome, before.count() + 1));
    }
}
