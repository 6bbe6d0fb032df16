package vn.dancu.bus.sms.smpp;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.delivery.Deliveries;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.sms.InboundTexts;
import vn.dancu.bus.sms.OperatorStates;
import vn.dancu.bus.sms.SmsSettings;
import vn.dancu.bus.sms.SmscConnections;
import vn.dancu.bus.sms.outbound.Submissions;
import vn.dancu.bus.trust.TlsContexts;

@Configuration(proxyBeanMethods = false)
class SmppWiring {

    @Bean
    SmscConnections smscConnections(
            SmsSettings settings, TlsContexts contexts, Submissions submissions, MeterRegistry registry, Clock clock) {
        return new SmscLinks(
                settings,
                operator -> new SmscSockets((int) operator.timeout().toMillis(), SmscTls.context(operator, contexts)),
                submissions,
                new SubmitMetrics(registry),
                clock);
    }

    @Bean
    OperatorStates operatorStates(JdbcTemplate jdbc, SmscConnections connections, Deliveries deliveries) {
        return new JdbcOperatorStates(jdbc, connections, deliveries);
    }

    @Bean
    ConnectionSource smscProbes(
            SmsSettings settings, SmscConnections connections, SslBundles bundles, TlsContexts contexts) {
        return new SmscProbes(settings, connections, bundles, contexts);
    }

    /** Always up: an operator that is away is no reason to send questions elsewhere; the gauge alarms. */
    @Bean
    HealthIndicator smsHealthIndicator(SmscConnections connections, InboundTexts texts) {
        return () -> Health.up()
                .withDetail("operators", connections.states())
                .withDetail("traffic", texts.traffic())
                .build();
    }
}
