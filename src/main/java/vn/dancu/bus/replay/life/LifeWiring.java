package vn.dancu.bus.replay.life;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.inspection.MessageEvents;
import vn.dancu.bus.delivery.Deliveries;
import vn.dancu.bus.document.Documents;
import vn.dancu.bus.replay.DeadLetters;
import vn.dancu.bus.replay.MessageLives;
import vn.dancu.bus.replay.run.ReplayedMessages;

@Configuration(proxyBeanMethods = false)
class LifeWiring {

    @Bean
    MessageLives messageLives(
            MessageEvents events,
            Deliveries deliveries,
            Documents documents,
            DeadLetters letters,
            ReplayedMessages replayed,
            Acts acts,
            PlatformTransactionManager transactions) {
        return new RecordedLives(
                events, deliveries, documents, letters, replayed, acts, new TransactionTemplate(transactions));
    }
}
