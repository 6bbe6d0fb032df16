package vn.dancu.bus.feed.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.OutboundMessage;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.feed.ChangeCursor;
import vn.dancu.bus.feed.ChangeEvent;
import vn.dancu.bus.feed.ChangeKind;
import vn.dancu.bus.feed.ChangePage;
import vn.dancu.bus.fixtures.InMemoryPartners;
import vn.dancu.bus.fixtures.MigratedDatabase;
import vn.dancu.bus.kernel.PartnerId;
import vn.dancu.bus.partner.Partner;

/** Pages on their way to the outbox. */
class ChangePusherIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FOLLOWER = "p1-hub";

    private final DataSource database = MigratedDatabase.fresh();
    private final InMemoryPartners partners =
            new InMemoryPartners().with(FOLLOWER, "a secret of the follower", Partner.State.ACTIVE);
    private final List<OutboundMessage> sent = new ArrayList<>();
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    private long given;
    private boolean outboxFails;

    private final ChangePusher pusher = new ChangePusher(
            Map.of(new PartnerId(FOLLOWER), PushWiring.BY_QUEUE),
            partners,
            (partner, cursor, limit) -> page(cursor, limit),
            new JdbcPushes(new JdbcTemplate(database)),
            new KeptMessages(),
            transaction);

    @Test
    void sendsPageAfterPageEachNamingTheCursorOfTheOneBefore() throws Exception {
        pusher.run();
        given = 250;

        pusher.run();
        pusher.run();

        assertThat(sent)
                .extracting(OutboundMessage::orderKey)
                .containsOnly(FOLLOWER)
                .hasSize(3);
        assertThat(sent).extracting(OutboundMessage::channel).containsOnly("changes-queue");
        JsonNode first = json(0);
        JsonNode last = json(2);
        assertThat(first.path("suKien")).hasSize(100);
        assertThat(first.path("sau").asText()).isEqualTo(ChangeCursor.START.text());
        assertThat(json(1).path("sau")).isEqualTo(first.path("tiepTheo"));
        assertThat(last.path("sau")).isEqualTo(json(1).path("tiepTheo"));
        assertThat(last.path("suKien")).hasSize(50);
        assertThat(last.path("conNua").asBoolean()).isFalse();
    }

    @Test
    void skipsNothingWhileThePartnerIsSuspended() throws Exception {
        pusher.run();
        partners.with(FOLLOWER, "a secret of the follower", Partner.State.SUSPENDED);
        given = 5;
        pusher.run();
        assertThat(sent).isEmpty();

        partners.with(FOLLOWER, "a secret of the follower", Partner.State.ACTIVE);
        pusher.run();

        assertThat(json(0).path("suKien")).hasSize(5);
    }

    @Test
    void putsAPageAgainThatDidNotReachTheOutbox() throws Exception {
        pusher.run();
        given = 5;
        outboxFails = true;
        assertThatThrownBy(pusher::run).isInstanceOf(IllegalStateException.class);

        outboxFails = false;
        pusher.run();
        pusher.run();

        assertThat(sent).hasSize(1);
        assertThat(json(0).path("suKien")).hasSize(5);
    }

    private ChangePage page(ChangeCursor cursor, int limit) {
        long last = Math.min(given, cursor.position() + limit);
        List<ChangeEvent> events = LongStream.rangeClosed(cursor.position() + 1, last)
                .mapToObj(position -> new ChangeEvent(
                        position,
                        new UUID(1, position),
                        new byte[32],
                        ChangeKind.CREATED,
                        List.of("SoDinhDanh"),
                        null,
                        Instant.EPOCH,
                        Instant.EPOCH))
                .toList();
        return new ChangePage(events, new ChangeCursor(last), last < given);
    }

    private JsonNode json(int message) throws IOException {
        return JSON.readTree(((MessageContent.Bytes) sent.get(message).content()).bytes());
    }

    /** Keeps what is put. */
    private final class KeptMessages implements Outbox {

        @Override
        public UUID put(OutboundMessage message) {
            if (outboxFails) {
                throw new IllegalStateException("The outbox fails as the test wants it");
            }
            sent.add(message);
            return UUID.randomUUID();
        }

        @Override
        public boolean recall(UUID id) {
            return false;
        }

        @Override
        public void hasten(Collection<UUID> ids) {
            assertThat(ids).isEmpty();
        }
    }
}
