package vn.dancu.bus.audit.relay;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dancu.bus.audit.AuditSettings;
import vn.dancu.bus.audit.UnsentEvents;
import vn.dancu.bus.expiry.ExpirySource;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.trace.Traces;

@Configuration(proxyBeanMethods = false)
class RelayWiring {

    @Bean
    @DependsOnDatabaseInitialization
    EventRelay auditRelay(
            DataSource dataSource,
            ProducerTemplate routes,
            EventRoutes eventRoutes,
            MeterRegistry registry,
            RelayHealth health,
            Traces traces,
            Clock clock) {
        return new EventRelay(
                JdbcRelayReading.locked(dataSource, JdbcRelaySession.LOCK, JdbcRelaySession::new),
                new EventSteps(routes, eventRoutes, traces),
                new RelayMetrics("dancu.audit", registry, clock),
                health);
    }

    /** The topics of other rooms go the same way. */
    @Bean
    EventRelays eventRelays(ProducerTemplate routes, MeterRegistry registry, Clock clock) {
        return (topic, source, metrics) -> {
            EventRoutes route = new EventRoutes(topic);
            try {
                routes.getCamelContext().addRoutes(route);
            } catch (Exception e) {
                throw new IllegalStateException("The route of a topic could not be made", e);
            }
            return new EventRelay(
                    source,
                    new EventSteps(routes, route, Traces.NONE),
                    new RelayMetrics(metrics, registry, clock),
                    new RelayHealth());
        };
    }

    @Bean
    UnsentEvents unsentEvents(JdbcClient jdbc, Clock clock) {
        return new JdbcUnsentEvents(jdbc, clock);
    }

    /** Component {@code auditRelay} of health. */
    @Bean
    RelayHealth auditRelayHealthIndicator() {
        return new RelayHealth();
    }

    @Bean
    ConnectionSource kafkaConnections(AuditSettings settings) {
        return new KafkaConnections(settings);
    }

    @Bean
    ExpirySource kafkaExpiries(AuditSettings settings) {
        return new KafkaConnections(settings)::items;
    }

    @Bean
    EventRoutes eventRoutes(AuditSettings settings) {
        return new EventRoutes(new EventTopic(
                "audit-events",
                "Sự kiện kiểm toán, theo thứ tự, đến Kafka; chỉ chạy ở bản dẫn đầu."
                        + " Audit events, in order, to Kafka; runs only on the instance that leads.",
                settings.topic(),
                settings.topicPartitions(),
                settings));
    }

    @Bean
    ComponentCustomizer kafkaChannels(AuditSettings settings) {
        return ComponentCustomizer.builder(KafkaComponent.class).build(kafka -> {
            kafka.getConfiguration().setBrokers(settings.bootstrapServers());
            kafka.setKafkaClientFactory(new ChannelClients(settings));
        });
    }

    /** Every Kafka channel uses the brokers and the security of the audit events, unless its URI names other brokers. */
    private static final class ChannelClients extends DefaultKafkaClientFactory {

        private final AuditSettings settings;

        ChannelClients(AuditSettings settings) {
            this.settings = settings;
        }

        @Override
        public Producer<?, ?> getProducer(Properties channel) {
            return super.getProducer(completed(channel));
        }

        @Override
        public Consumer<?, ?> getConsumer(Properties channel) {
            return super.getConsumer(completed(channel));
        }

        private Properties completed(Properties channel) {
            if (settings.bootstrapServers().equals(channel.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG))) {
                channel.putAll(settings.kafka());
            }
            return channel;
        }
    }
}
