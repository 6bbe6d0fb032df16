package vn.dancu.bus.citizen.relation;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.citizen.RelationSettings;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.register.PopulationRegister;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RelationSettings.class)
class RelationWiring {

    @Bean
    RelatedPersons relatedPersons(
            PopulationRegister register,
            RelationSettings settings,
            MasterKey key,
            Acts acts,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new RecordedRelations(
                register,
                settings,
                SecretBox.forUse(key.bytes(), PersonHash.USE),
                acts,
                new TransactionTemplate(transactions),
                clock);
    }
}
