package vn.dancu.bus.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;
import vn.dancu.bus.delivery.OutboundMessage;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.expiry.ExpiringItem;
import vn.dancu.bus.expiry.TestExpiries;

/** Mails to the operators before something ends. */
class ExpiryMailsTest {

    private static final Instant END = Instant.parse("2026-12-31T00:00:00Z");
    private static final ExpiringItem ITEM = new ExpiringItem(
            "server/1", ExpiringItem.Kind.SERVER, null, "server.ssl.bundle", "CN=bus", "CN=ca", Instant.EPOCH, END);

    private final List<OutboundMessage> put = new ArrayList<>();

    private final class KeptMessages implements Outbox {

        @Override
        public UUID put(OutboundMessage message) {
            put.add(message);
            return UUID.randomUUID();
        }

        @Override
        public boolean recall(UUID id) {
            return false;
        }

        @Override
        public void hasten(Collection<UUID> ids) {}
    }

    private List<String> keysAt(Duration left) {
        put.clear();
        new ExpiryMails(
                        TestExpiries.of(Clock.fixed(END.minus(left), ZoneOffset.UTC), ITEM),
                        new KeptMessages(),
                        TransactionOperations.withoutTransaction(),
                        List.of("a@example.vn", "b@example.vn"))
                .send();
        return put.stream().map(OutboundMessage::onceKey).toList();
    }

    @Test
    void goOnceToEachAddressAt30At14At7AndAt1Days() {
        assertThat(keysAt(Duration.ofDays(31))).isEmpty();
        List<String> month = keysAt(Duration.ofDays(29));
        assertThat(month).hasSize(2).doesNotHaveDuplicates();
        assertThat(keysAt(Duration.ofDays(15))).isEqualTo(month);
        List<String> fortnight = keysAt(Duration.ofDays(13));
        assertThat(keysAt(Duration.ofDays(8))).isEqualTo(fortnight);
        List<String> week = keysAt(Duration.ofDays(6));
        List<String> day = keysAt(Duration.ofHours(23));
        assertThat(List.of(month, fortnight, week, day)).doesNotHaveDuplicates();
        assertThat(keysAt(Duration.ofSeconds(-1))).isEmpty();
    }

    @Test
    void sayWhatEndsAndWhen() {
        keysAt(Duration.ofDays(6));

        assertThat(put.get(0).headers().get(SmtpSender.SUBJECT)).contains("7 ngày", "server");
        assertThat(put.get(0).headers()).containsEntry(SmtpSender.TO, "a@example.vn");
        assertThat(put.get(0).expiresAt()).isEqualTo(END);
    }
}
