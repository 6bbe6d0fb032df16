package vn.dancu.bus.feed.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import vn.dancu.bus.delivery.BodySignature;
import vn.dancu.bus.delivery.UndeliverableException;
import vn.dancu.bus.feed.FeedSettings;
import vn.dancu.bus.fixtures.RouteFiles;
import vn.dancu.bus.fixtures.StandInComponent;

/** The shipped file of {@code routes/feed/} with a channel that is no broker. */
class ChangesQueueRouteTest extends CamelTestSupport {

    private static final String SECRET = "a-secret-of-more-than-thirty-two-characters";
    private static final String ID = "00000000-0000-4000-8000-000000000001";
    private static final String PAGE = "{\"suKien\":[]}";

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        StandInComponent.add(camel, Set.of("delivery"), Set.of("delivery:changes-queue"));
        Properties channel = new Properties();
        channel.put("dancu.channel.partner-changes", "mock:changes");
        camel.getPropertiesComponent().setOverrideProperties(channel);
        camel.getRegistry()
                .bind(
                        "feed",
                        new PushSteps(
                                Map.of("h41-lgsp", new FeedSettings.PushQueue(SECRET)),
                                Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC)));
        RouteFiles.load(camel, "feed", "shared/delivery-errors");
        return camel;
    }

    @Test
    void sendsThePageAsTextWithItsQueueItsIdAndTheSignature() throws Exception {
        MockEndpoint channel = getMockEndpoint("mock:changes");
        channel.expectedMessageCount(1);
        channel.expectedBodiesReceived(PAGE);
        channel.expectedHeaderReceived("CamelJmsDestinationName", "dancu.hub.h41-lgsp.changes");
        channel.expectedHeaderReceived("JMSCorrelationID", ID);
        channel.expectedHeaderReceived("_AMQ_DUPL_ID", ID);
        channel.expectedHeaderReceived("DanCuPushId", ID);
        channel.expectedHeaderReceived("DanCuPushTimestamp", "1800000000");
        channel.expectedHeaderReceived(
                "DanCuPushSignature",
                BodySignature.of(SECRET, ID, "1800000000", PAGE.getBytes(StandardCharsets.UTF_8)));

        send("h41-lgsp");

        channel.assertIsSatisfied();
        assertThat(channel.getExchanges().get(0).getMessage().getHeaders())
                .doesNotContainKeys("DanCuDeliveryId", "DanCuDeliveryDestination");
    }

    @Test
    void letsTheOutboxKnowWhatCannotBeSent() throws Exception {
        assertThatThrownBy(() -> send("g22-portal")).hasRootCauseInstanceOf(UndeliverableException.class);
        getMockEndpoint("mock:changes").whenAnyExchangeReceived(exchange -> {
            throw new IllegalStateException("the broker is away");
        });
        assertThatThrownBy(() -> send("h41-lgsp")).hasRootCauseMessage("the broker is away");
    }

    private void send(String partner) {
        template.sendBodyAndHeaders(
                "direct:delivery:changes-queue",
                PAGE.getBytes(StandardCharsets.UTF_8),
                Map.of("DanCuDeliveryId", ID, "DanCuDeliveryDestination", partner));
    }
}
