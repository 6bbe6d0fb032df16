package vn.dancu.bus.audit.relay;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.actuate.health.Health;
import org.springframework.core.io.ClassPathResource;
import vn.dancu.bus.audit.AuditRecord;
import vn.dancu.bus.audit.AuditSettings;
import vn.dancu.bus.audit.Receipt;
import vn.dancu.bus.audit.trail.Trail;
import vn.dancu.bus.trace.Traces;

/** One instance's trail and relay as the wiring makes them. */
final class RelayedTrail implements AutoCloseable {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RelayHealth health = new RelayHealth();
    private final Trail trail;
    private final EventRelay relay;
    private final CamelContext camel;

    RelayedTrail(DataSource dataSource, AuditSettings settings) {
        EventRoutes routes = new EventRoutes(
                new EventTopic("audit-events", "Audit events of a test", settings.topic(), 1, settings));
        camel = camel(routes, settings.topic());
        relay = new EventRelay(
                JdbcRelayReading.locked(dataSource, JdbcRelaySession.LOCK, JdbcRelaySession::new),
                new EventSteps(camel.createProducerTemplate(), routes, Traces.NONE),
                new RelayMetrics("dancu.audit", meters, Clock.systemUTC()),
                health);
        trail = new Trail(dataSource, settings, relay::wake);
        relay.start();
    }

    Receipt append(AuditRecord record) {
        return trail.append(record);
    }

    boolean leads() {
        return meters.get("dancu.audit.relay.leading").gauge().value() == 1;
    }

    double failures() {
        return meters.get("dancu.audit.relay.failed").counter().count();
    }

    Health health() {
        return health.health();
    }

    @Override
    public void close() {
        relay.stop();
        trail.close();
        camel.stop();
    }

    /** Camel with the channel as shipped. */
    private static CamelContext camel(EventRoutes routes, String topic) {
        YamlPropertiesFactoryBean shipped = new YamlPropertiesFactoryBean();
        shipped.setResources(new ClassPathResource("application.yaml"));
        Properties channels = new Properties();
        channels.put(
                "dancu.channel.audit-events",
                Objects.requireNonNull(shipped.getObject())
                        .getProperty("dancu.channel.audit-events")
                        .replace("${dancu.audit.topic:dancu.audit.v1}", topic));
        CamelContext camel = new DefaultCamelContext();
        camel.getPropertiesComponent().setInitialProperties(channels);
        try {
            camel.addRoutes(routes);
        } catch (Exception e) {
            throw new IllegalStateException("The route can be made", e);
        }
        camel.start();
        return camel;
    }
}
