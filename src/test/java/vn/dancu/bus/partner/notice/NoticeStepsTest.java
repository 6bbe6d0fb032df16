package vn.dancu.bus.partner.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
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
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import vn.dancu.bus.camel.KernelModule;
import vn.dancu.bus.kernel.PartnerId;

/** The route of notices with a channel that is no broker. */
class NoticeStepsTest {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final CamelContext camel = new DefaultCamelContext();

    @BeforeEach
    void startCamel() throws Exception {
        Properties channels = new Properties();
        channels.put("dancu.channel.partner-notices", "mock:notices");
        camel.getPropertiesComponent().setInitialProperties(channels);
        camel.getRegistry()
                .bind(
                        "mapper",
                        Jackson2ObjectMapperBuilder.json()
                                .modulesToInstall(new KernelModule(), new JavaTimeModule())
                                .featuresToDisable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                                .build());
        camel.addRoutes(new NoticeRoutes());
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

        new NoticeSteps(camel.createProducerTemplate()).send(notice());

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
                        "resumed"));
        assertThat(sent.getMessage().getBody(String.class))
                .contains("\"createdAt\":\"2026-11-24T05:00:00Z\",\"vi\":{\"subject\":\"a\",\"body\":\"b\"}")
                .startsWith("{\"id\":\"" + ID + "\",\"partner\":\"h40-lgsp\",\"kind\":\"resumed\"");
    }

    @Test
    void saysWhyTheChannelDidNotTakeIt() {
        camel.getEndpoint("mock:notices", MockEndpoint.class).whenAnyExchangeReceived(exchange -> {
            throw new IllegalStateException("the broker is away");
        });

        assertThatThrownBy(() -> new NoticeSteps(camel.createProducerTemplate()).send(notice()))
                .isInstanceOf(NoticeFailure.class)
                .hasMessage("IllegalStateException: the broker is away");
    }

    private static Notice notice() {
        Instant now = Instant.parse("2026-11-24T05:00:00Z");
        Notice.Text text = new Notice.Text("a", "b");
        return new Notice(ID, new PartnerId("h40-lgsp"), NoticeKind.RESUMED, text, text, now, now, 0, null, null);
    }
}
