package vn.dancu.bus.delivery.received;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dancu.bus.delivery.ReceivedMessages;

/** What was received, in PostgreSQL. */
final class JdbcReceivedMessages implements ReceivedMessages {

    private final JdbcTemplate jdbc;
    private final Duration keep;
    private final Clock clock;

    JdbcReceivedMessages(JdbcTemplate jdbc, Duration keep, Clock clock) {
        this.jdbc = jdbc;
        this.keep = keep;
        this.clock = clock;
    }

    /** A message that came before with the same id or the same content. */
    private record Known(UUID id, boolean sameId, boolean sameContent) {}

    @Override
    public Acceptance accept(String channel, String sender, String messageId, String sha256) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A message must be accepted in the transaction of its work");
        }
        lock(channel, sender, messageId, sha256);
        List<Known> known = known(channel, sender, messageId, sha256);
        UUID repeated = first(known.stream().filter(one -> one.sameId() && one.sameContent()));
        if (repeated != null) {
            return new Acceptance.Repeated(repeated);
        }
        UUID id = UUID.randomUUID();
        jdbc.update(
                "insert into delivery.received (id, channel, sender, message_id, sha256, received_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                id,
                channel,
                sender,
                messageId,
                sha256,
                Timestamp.from(clock.instant()));
        UUID changed = first(known.stream().filter(Known::sameId));
        if (changed != null) {
            return new Acceptance.ChangedContent(id, changed);
        }
        UUID copied = first(known.stream());
        return copied == null ? new Acceptance.First(id) : new Acceptance.SameContent(id, copied);
    }

    /** Until the end of the transaction nobody else looks at this id or this content; in one order, against deadlocks. */
    private void lock(String channel, String sender, String messageId, String sha256) {
        jdbc.query(
                "select pg_advisory_xact_lock(key) from (select distinct hashtextextended(t, 0) as key"
                        + " from unnest(array[?, ?]) as t order by 1) as keys",
                rs -> {},
                "delivery\n" + channel + "\n" + sender + "\nid\n" + messageId,
                "delivery\n" + channel + "\n" + sender + "\ncontent\n" + sha256);
    }

    private List<Known> known(String channel, String sender, String messageId, String sha256) {
        return jdbc.query(
                "select id, message_id = ? as same_id, sha256 = ? as same_content from delivery.received"
                        + " where channel = ? and sender = ? and (message_id = ? or sha256 = ?) order by received_at, id",
                (rs, number) -> new Known(
                        rs.getObject("id", UUID.class), rs.getBoolean("same_id"), rs.getBoolean("same_content")),
                messageId,
                sha256,
                channel,
                sender,
                messageId,
                sha256);
    }

    /** Forgets what was received long ago. */
    void sweep() {
        jdbc.update(
                "delete from delivery.received where received_at < ?",
                Timestamp.from(clock.instant().minus(keep)));
    }

    private static @Nullable UUID first(Stream<Known> known) {
        return known.findFirst().map(Known::id).orElse(null);
    }
}
