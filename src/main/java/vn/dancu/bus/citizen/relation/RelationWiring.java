package vn.dancu.bus.citizen.relation;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.citizen.RelationSettings;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.register.PopulationRegister;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RelationSettings.class)
class RelationWiring {

    @Bean
    RelatedPersons relatedPersons(PopulationRegister register, RelationSettings settings, MasterKey key, Clock clock) {
        return new RecordedRelations(register, settings, SecretBox.forUse(key.bytes(), PersonHash.USE), clock);
    }
}
