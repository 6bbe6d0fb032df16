package vn.dancu.bus.gateway.jms;

import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.CamelContext;
import org.apache.camel.processor.errorhandler.RedeliveryPolicy;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.expiry.ExpirySource;
import vn.dancu.bus.ledger.DoorLedger;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.replay.ReplaySettings;
import vn.dancu.bus.replay.door.AnsweredQuestions;
import vn.dancu.bus.replay.door.ReplayNotes;
import vn.dancu.bus.replay.door.ReturnLane;

@Configuration(proxyBeanMethods = false)
class HubWiring {

    private static final Pattern LANE = Pattern.compile("^jms:(?://)?queue:dancu\\.hub\\.([a-z0-9-]+)\\.in\\b");
    private static final long LONGEST_DELAY_MS = 60_000;
    private static final int TAKEN_AHEAD_BYTES = 16 * 1024;

    /** The one bean that route files may call, by the room's name. */
    @Bean("gateway")
    HubSteps hubSteps(
            Partners partners,
            ReplayNotes replays,
            DoorLedger ledger,
            JmsSettings settings,
            ReplaySettings keeping,
            Clock clock) {
        return new HubSteps(partners, replays, ledger, settings, keeping.keepsQuestions(), clock);
    }

    @Bean
    HubLetters hubLetters(
            ConnectionFactory connections,
            Partners partners,
            AnsweredQuestions answered,
            ReplaySettings replays,
            JmsSettings settings,
            Clock clock) {
        return new HubLetters(
                new HubLetterQueues(connections),
                partners,
                answered,
                replays.scan(),
                settings.maxMessage().toBytes(),
                clock);
    }

    @Bean
    ReturnLane hubReturnLane(ConnectionFactory connections, HubLetters letters) {
        return new HubReturnLane(new HubLetterQueues(connections), letters);
    }

    @Bean
    ConnectionSource brokerConnections(ConnectionFactory connections, CamelContext camel) {
        return connections instanceof JmsPoolConnectionFactory pool
                        && pool.getConnectionFactory() instanceof ActiveMQConnectionFactory artemis
                ? new BrokerConnections(artemis, () -> lanes(camel))
                : List::of;
    }

    @Bean
    ExpirySource brokerExpiries(ConnectionFactory connections) {
        return connections instanceof JmsPoolConnectionFactory pool
                        && pool.getConnectionFactory() instanceof ActiveMQConnectionFactory artemis
                ? new BrokerConnections(artemis, Set::of)::items
                : List::of;
    }

    private static Set<String> lanes(CamelContext camel) {
        return camel.getRoutes().stream()
                .map(route -> LANE.matcher(route.getEndpoint().getEndpointUri()))
                .filter(Matcher::find)
                .map(lane -> lane.group(1))
                .collect(Collectors.toSet());
    }

    /**
     * The lanes work in transactions, whose end waits for the broker; waiting at each message as well takes a round trip more.
     * A lane takes few messages ahead, so that one that is tried again does not hold up many others.
     */
    @Bean
    static BeanPostProcessor hubConnections() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof JmsPoolConnectionFactory pool
                        && pool.getConnectionFactory() instanceof ActiveMQConnectionFactory artemis) {
                    artemis.setBlockOnDurableSend(false);
                    artemis.setConsumerWindowSize(TAKEN_AHEAD_BYTES);
                    artemis.getServerLocator().addIncomingInterceptor(new ReceivedKinds());
                }
                return bean;
            }
        };
    }

    /** How often and when a fault of the bus is tried again; a route file cannot hold a duration such as 1s. */
    @Bean
    RedeliveryPolicy hubRedelivery(JmsSettings settings) {
        RedeliveryPolicy policy = new RedeliveryPolicy();
        policy.setMaximumRedeliveries(settings.maxRedeliveries());
        policy.setRedeliveryDelay(settings.redeliveryDelay().toMillis());
        policy.setUseExponentialBackOff(true);
        policy.setBackOffMultiplier(2);
        policy.setMaximumRedeliveryDelay(LONGEST_DELAY_MS);
        policy.setLogExhausted(false);
        policy.setLogRetryAttempted(false);
        return policy;
    }
}
