package vn.dancu.bus.audit.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ServiceStatus;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.dancu.bus.audit.AuditSettings;

/** The route of audit events while Kafka is away. */
class EventRoutesTest extends CamelTestSupport {

    /** Nothing listens at the port of discarded data on this machine. */
    private static final AuditSettings AWAY = new AuditSettings(
            "127.0.0.1:9",
            "dancu.audit.v1",
            1,
            null,
            Duration.ofSeconds(3),
            4096,
            Duration.ofMinutes(15),
            Map.of(),
            new AuditSettings.Inspection(Duration.ofSeconds(5), Duration.ofMinutes(5), null));

    private static final EventRoutes ROUTE =
            new EventRoutes(new EventTopic("audit-events", "Audit events to Kafka", "dancu.audit.v1", 1, AWAY));

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext camel = super.createCamelContext();
        Properties channels = new Properties();
        channels.put("dancu.channel.audit-events", "kafka:dancu.audit.v1?maxBlockMs=300");
        camel.getPropertiesComponent().setInitialProperties(channels);
        camel.addRoutes(ROUTE);
        return camel;
    }

    @Test
    void runsOnlyWhenTheRelayLeads() {
        assertThat(context.getRouteController().getRouteStatus("audit-events")).isEqualTo(ServiceStatus.Stopped);
        assertThat(context.getRoute("audit-events").getDescription()).contains("Kafka");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void givesTheFailureToTheRelayAndTriesNothingAgain() throws Exception {
        context.getRouteController().startRoute("audit-events");

        Exchange sent = template.send(
                ROUTE.entry(), exchange -> exchange.getMessage().setBody(List.of(event("first"), event("second"))));

        assertThat(sent.getException()).isNotNull();
        assertThat(sent.getMessage().getHeader(Exchange.REDELIVERY_COUNTER)).isNull();
    }

    private Exchange event(String text) {
        Exchange event = new DefaultExchange(context);
        event.getMessage().setBody(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return event;
    }
}
