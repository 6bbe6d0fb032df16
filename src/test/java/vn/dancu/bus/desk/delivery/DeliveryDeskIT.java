package vn.dancu.bus.desk.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.ChannelSenders;
import vn.dancu.bus.delivery.MessageContent;
import vn.dancu.bus.delivery.OutboundMessage;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.delivery.SendFailure;
import vn.dancu.bus.fixtures.Desk;
import vn.dancu.bus.fixtures.Desk.Sandbox;
import vn.dancu.bus.fixtures.RunningBus;

/** An operator sees what lies in the outbox, and puts back what is dead. */
class DeliveryDeskIT {

    private static final RunningBus BUS = RunningBus.shared();
    private static final Desk OPERATOR = Desk.at(BUS.ports().http(), Sandbox.OPERATOR);
    private static final Desk INSPECTOR = Desk.at(BUS.ports().http(), Sandbox.INSPECTOR);

    @Test
    void findsADeadLetterAndPutsItBack() {
        String channel = "desk-" + UUID.randomUUID().toString().substring(0, 8);
        AtomicBoolean gone = new AtomicBoolean(true);
        try (ChannelSenders.Connection connection = BUS.bean(ChannelSenders.class)
                .connect(channel, attempt -> {
                    if (gone.get()) {
                        throw new SendFailure("404", true, null);
                    }
                    return null;
                })) {
            String id = put(channel).toString();
            await().untilAsserted(() -> assertThat(INSPECTOR
                            .get("deliveries?state=DEAD&channel=" + channel)
                            .body()
                            .toString())
                    .contains(id, "\"reason\":\"404\"")
                    .doesNotContain("a secret body"));
            assertThat(INSPECTOR.get("deliveries/" + id).body().path("state").asText())
                    .isEqualTo("DEAD");
            assertThat(put(channel, INSPECTOR, id).code()).isEqualTo("role_missing");
            gone.set(false);

            assertThat(put(channel, OPERATOR, id).status()).isEqualTo(204);

            await().untilAsserted(() -> assertThat(OPERATOR.get("deliveries/" + id)
                            .body()
                            .path("state")
                            .asText())
                    .isEqualTo("DELIVERED"));
            assertThat(put(channel, OPERATOR, id).code()).isEqualTo("move_not_allowed");
            assertThat(counted(channel, "dead")).isEqualTo(1);
            assertThat(counted(channel, "delivered")).isEqualTo(1);
            assertThat(OPERATOR.get("delivery-balances").body().toString())
                    .contains("{\"channel\":\"" + channel
                            + "\",\"put\":1,\"delivered\":1,\"dead\":0,\"expired\":0,\"recalled\":0,\"inWork\":0}");
        }
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        assertThat(OPERATOR.get("deliveries?state=LOST").code()).isEqualTo("field_invalid");
        assertThat(OPERATOR.get("deliveries?channel=A").code()).isEqualTo("field_invalid");
        assertThat(OPERATOR.get("deliveries?partner=A").code()).isEqualTo("field_invalid");
        assertThat(OPERATOR.get("deliveries?after=1").code()).isEqualTo("field_invalid");
        assertThat(OPERATOR.get("deliveries/1").code()).isEqualTo("field_invalid");
        assertThat(OPERATOR.get("deliveries/" + UUID.randomUUID()).code()).isEqualTo("resource_unknown");
        assertThat(OPERATOR.send("POST", "deliveries/" + UUID.randomUUID() + "/put-back", Map.of("reason", "x"))
                        .code())
                .isEqualTo("resource_unknown");
        assertThat(OPERATOR.send("POST", "deliveries/" + UUID.randomUUID() + "/put-back", Map.of("reason", " "))
                        .code())
                .isEqualTo("evidence_missing");
    }

    private static long counted(String channel, String outcome) {
        return BUS.bean(MeterRegistry.class)
                .get("dancu.delivery.attempts")
                .tags("channel", channel, "outcome", outcome)
                .timer()
                .count();
    }

    private static Desk.Answer put(String channel, Desk desk, String id) {
        return desk.send(
                "POST", "deliveries/" + id + "/put-back", Map.of("reason", "nơi nhận của " + channel + " đã có"));
    }

    private static UUID put(String channel) {
        return Objects.requireNonNull(new TransactionTemplate(BUS.bean(PlatformTransactionManager.class))
                .execute(status -> BUS.bean(Outbox.class)
                        .put(new OutboundMessage(
                                channel,
                                "somebody",
                                null,
                                "once",
                                null,
                                Map.of(),
                                "text/plain",
                                MessageContent.of("a secret body".getBytes(StandardCharsets.UTF_8)),
                                null))));
    }
}
