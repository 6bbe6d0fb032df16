package vn.dancu.bus.partner.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The route of notices with a channel that is no broker, and a source that is no outbox. */
class NoticeStepsTest {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final CamelContext camel = new DefaultCamelContext();
    private final List<String> noted = new ArrayList<>();

    @BeforeEach
    void startCamel() throws Exception {
        Properties channels = new Properties();
        channels.put("dancu.channel.partner-notices", "mock:notices");
        camel.getPropertiesComponent().setInitialProperties(channels);
        NoticeSteps steps = new NoticeSteps(new NoticeSteps.Notes() {
            @Override
            public void sent(UUID id, int attempts) {
                noted.add("sent " + id + " " + attempts);
            }

            @Override
            public void failed(UUID id, int attempts, String error) {
                noted.add("failed " + id + " " + attempts + " " + error);
            }
        });
        camel.addRoutes(new NoticeRoutes("direct:outbox", steps));
        camel.start();
    }

    @AfterEach
    void stopCamel() {
        camel.stop();
    }

    @Test
    void sendsTheTextWithItsQueueAndTheIdsByWhichCopiesAreKnown() throws Exception {
        MockEndpoint channel = camel.getEndpoint("mock:notices", MockEndpoint.class);
        channel.expectedMessageCount(1);

        Exchange exchange = send();

        channel.assertIsSatisfied();
        Exchange sent = channel.getExchanges().get(0);
        assertThat(sent.getMessage().getHeaders())
                .containsAllEntriesOf(Map.of(
                        "CamelJmsDestinationName",
                        "dancu.hub.h40-lgsp.notice",
                        "JMSCorrelationID",
                        ID.toString(),
                        "_AMQ_DUPL_ID",
                        ID.toString(),
                        "DanCuNoticeKind",
                        "resumed"))
                .doesNotContainKeys("DanCuDeliveryId", "DanCuDeliveryDestination");
        assertThat(sent.getMessage().getBody()).isEqualTo("{\"vi\":\"Tạm ngừng\"}");
        assertThat(exchange.getException()).isNull();
        assertThat(noted).containsExactly("sent " + ID + " 3");
    }

    @Test
    void saysWhyTheChannelDidNotTakeIt() {
        camel.getEndpoint("mock:notices", MockEndpoint.class).whenAnyExchangeReceived(exchange -> {
            throw new IllegalStateException("the broker is away");
        });

        assertThat(send().getException()).hasMessage("the broker is away");
        assertThat(noted).containsExactly("failed " + ID + " 3 IllegalStateException: the broker is away");
    }

    private Exchange send() {
        return camel.createProducerTemplate().send("direct:outbox", exchange -> {
            exchange.getMessage().setBody("{\"vi\":\"Tạm ngừng\"}".getBytes(StandardCharsets.UTF_8));
            exchange.getMessage()
                    .setHeaders(new java.util.HashMap<>(Map.of(
                            "DanCuNoticeId", ID.toString(),
                            "DanCuNoticeKind", "resumed",
                            "DanCuDeliveryId", "x",
                            "DanCuDeliveryDestination", "h40-lgsp",
                            "DanCuDeliveryAttempt", 3)));
        });
    }
}
