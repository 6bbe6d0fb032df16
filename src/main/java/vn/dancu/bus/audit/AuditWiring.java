package vn.dancu.bus.audit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.kafka.DefaultKafkaClientFactory;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.spi.ComponentCustomizer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;

@Configuration(proxyBeanMethods = false)
class AuditWiring {

    @Bean
    AuditMetrics auditMetrics(MeterRegistry registry, Clock clock) {
        return new AuditMetrics(registry, clock);
    }

    @Bean
    @DependsOnDatabaseInitialization
    PeriodKeys auditPeriodKeys(MasterKey masterKey, DataSource dataSource, Clock clock) {
        return new PeriodKeys(masterKey.bytes(), new JdbcKeyPeriods(dataSource, clock));
    }

    @Bean
    @DependsOnDatabaseInitialization
    GroupCommit auditTrail(
            MasterKey masterKey,
            PeriodKeys periodKeys,
            DataSource dataSource,
            AuditSettings settings,
            AuditMetrics metrics,
            Relaying relaying,
            Clock clock) {
        return new GroupCommit(
                new Rendering(SecretBox.forUse(masterKey.bytes(), PersonHash.USE), periodKeys),
                () -> new JdbcEvents(dataSource, settings.appendTimeout(), clock),
                settings,
                metrics,
                relaying::wake);
    }

    @Bean
    @DependsOnDatabaseInitialization
    Relaying auditRelay(
            DataSource dataSource,
            ProducerTemplate routes,
            EventRoutes eventRoutes,
            AuditSettings settings,
            AuditMetrics metrics) {
        return new Relaying(new JdbcLeaderLock(dataSource), new EventSteps(routes, eventRoutes, settings), metrics);
    }

    @Bean
    EventRoutes eventRoutes(AuditSettings settings) {
        return new EventRoutes(settings);
    }

    @Bean
    ComponentCustomizer kafkaChannels(AuditSettings settings) {
        return ComponentCustomizer.builder(KafkaComponent.class)
                .build(kafka -> kafka.setKafkaClientFactory(new ChannelClients(settings)));
    }

    @Bean
    Forgetting onceKeyForgetting(JdbcTemplate jdbc, AuditSettings settings, Clock clock) {
        Forgetting forgetting = new Forgetting(new JdbcOnceKeys(jdbc), settings.onceWindow(), clock);
        forgetting.start();
        return forgetting;
    }

    @Bean
    Acts acts(JdbcTemplate jdbc, Clock clock) {
        return new JdbcActs(jdbc, clock);
    }

    /** Every Kafka channel goes to the brokers of the trail, with the same security, unless its URI names others. */
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

        @Override
        public String getBrokers(KafkaConfiguration channel) {
            return channel.getBrokers() == null ? settings.bootstrapServers() : channel.getBrokers();
        }
    }
}
