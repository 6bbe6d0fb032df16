package vn.dancu.bus.delivery.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.delivery.DeliverySettings;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.OutboundMessage;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.delivery.content.ClaimHolders;
import vn.dancu.bus.delivery.content.MessageSeal;
import vn.dancu.bus.delivery.lane.LaneSignal;
import vn.dancu.bus.kernel.BusException;
import vn.dancu.bus.kernel.ErrorCode;
import vn.dancu.bus.kernel.Sha256;

/** The outbox in PostgreSQL. */
final class JdbcOutbox implements Outbox {

    /** The order key of all messages of an ordered channel. */
    private static final String ONE_AFTER_ANOTHER = "*";

    /** The body is written only with a new message. */
    private static final String PUT =
            """
            with put as (
                insert into delivery.message (id, channel, destination, partner, once_key, order_key, content_type, length,
                    sha256, created_at, expires_at, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (channel, once_key) do nothing returning id)
            insert into delivery.content (id, sealed) select id, ? from put
            """;

    private final JdbcTemplate jdbc;
    private final MessageSeal seal;
    private final ClaimChecks checks;
    private final LaneSignal lanes;
    private final DeliverySettings settings;
    private final Clock clock;

    JdbcOutbox(
            JdbcTemplate jdbc,
            MessageSeal seal,
            ClaimChecks checks,
            LaneSignal lanes,
            DeliverySettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.checks = checks;
        this.lanes = lanes;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public UUID put(OutboundMessage message) {
        return putAll(List.of(message)).get(0);
    }

    @Override
    public List<UUID> putAll(List<OutboundMessage> messages) {
        requireTransaction();
        List<UUID> ids =
                messages.stream().map(message -> UUID.randomUUID()).collect(Collectors.toCollection(ArrayList::new));
        int[] inserted = insert(ids, messages);
        Set<Map.Entry<String, String>> lanes = new HashSet<>();
        for (int i = 0; i < inserted.length; i++) {
            OutboundMessage message = messages.get(i);
            if (inserted[i] == 0) {
                ids.set(i, first(message));
                continue;
            }
            if (message.content() instanceof MessageContent.Stored stored) {
                checks.keep(stored.check(), ClaimHolders.of(ids.get(i)));
            }
            lanes.add(Map.entry(message.channel(), message.destination()));
        }
        lanes.forEach(lane -> wakeAfterCommit(lane.getKey(), lane.getValue()));
        return ids;
    }

    private int[] insert(List<UUID> ids, List<OutboundMessage> messages) {
        Timestamp now = Timestamp.from(clock.instant());
        if (messages.size() == 1) {
            return new int[] {jdbc.update(PUT, row(ids.get(0), messages.get(0), now))};
        }
        List<@Nullable Object[]> rows = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            rows.add(row(ids.get(i), messages.get(i), now));
        }
        return jdbc.batchUpdate(PUT, rows);
    }

    private void wakeAfterCommit(String channel, String destination) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                lanes.wake(channel, destination);
            }
        });
    }

    @Override
    public void hasten(Collection<UUID> ids) {
        requireTransaction();
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.query(
                "update delivery.message set due_at = ? where id = any (?) and state = 'WAITING' and due_at > ?"
                        + " returning channel, destination",
                row -> {
                    wakeAfterCommit(row.getString(1), row.getString(2));
                },
                now,
                ids.toArray(UUID[]::new),
                now);
    }

    @Override
    public boolean recall(UUID id) {
        requireTransaction();
        boolean recalled = jdbc.update(
                        "update delivery.message set state = 'RECALLED', ended_at = ? where id = ? and state = 'WAITING'",
                        Timestamp.from(clock.instant()),
                        id)
                == 1;
        if (recalled) {
            jdbc.update("delete from delivery.content where id = ?", id);
            jdbc.update("delete from delivery.claim where holder = ?", ClaimHolders.of(id));
        }
        return recalled;
    }

    private @Nullable Object[] row(UUID id, OutboundMessage message, Timestamp now) {
        MessageContent content = message.content();
        boolean stored = content instanceof MessageContent.Stored;
        byte[] bytes = content instanceof MessageContent.Bytes inline ? inline.bytes() : new byte[0];
        if (bytes.length > settings.maxInline().toBytes()) {
            throw BusException.of(ErrorCode.MESSAGE_TOO_LARGE);
        }
        boolean ordered = settings.channel(message.channel()).ordered();
        return new @Nullable Object[] {
            id,
            message.channel(),
            message.destination(),
            message.partner() == null ? null : message.partner().value(),
            message.onceKey(),
            ordered ? ONE_AFTER_ANOTHER : message.orderKey(),
            message.contentType(),
            stored ? ((MessageContent.Stored) content).check().length() : (long) bytes.length,
            stored ? ((MessageContent.Stored) content).check().sha256() : Sha256.hex(bytes),
            now,
            timestamp(message),
            now,
            seal.seal(id, message.headers(), content)
        };
    }

    private UUID first(OutboundMessage message) {
        UUID id = jdbc.queryForObject(
                "select id from delivery.message where channel = ? and once_key = ?",
                UUID.class,
                message.channel(),
                message.onceKey());
        if (id == null) {
            throw new IllegalStateException("A message has an id");
        }
        return id;
    }

    private static @Nullable Timestamp timestamp(OutboundMessage message) {
        return message.expiresAt() == null ? null : Timestamp.from(message.expiresAt());
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A message must be put in the transaction of its work");
        }
    }
}
