package vn.dancu.bus.delivery.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
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
        requireTransaction();
        UUID id = UUID.randomUUID();
        if (insert(id, message) == 0) {
            return first(message);
        }
        if (message.content() instanceof MessageContent.Stored stored) {
            checks.keep(stored.check(), ClaimHolders.of(id));
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                lanes.wake(message.channel(), message.destination());
            }
        });
        return id;
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

    private int insert(UUID id, OutboundMessage message) {
        MessageContent content = message.content();
        boolean stored = content instanceof MessageContent.Stored;
        byte[] bytes = content instanceof MessageContent.Bytes inline ? inline.bytes() : new byte[0];
        if (bytes.length > settings.maxInline().toBytes()) {
            throw BusException.of(ErrorCode.MESSAGE_TOO_LARGE);
        }
        boolean ordered = settings.channel(message.channel()).ordered();
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.update(
                PUT,
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
                seal.seal(id, message.headers(), content));
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
