package vn.dancu.bus.desk.probe;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.desk.DeskSettings;
import vn.dancu.bus.probe.ConnectionSource;
import vn.dancu.bus.probe.ConnectionTests;

@Configuration(proxyBeanMethods = false)
class ProbeDeskWiring {

    @Bean
    ConnectionSource providerConnection(DeskSettings settings) {
        return new ProviderConnection(settings.oidc().issuer());
    }

    @Bean
    RecordedTests recordedTests(ConnectionTests tests, Acts acts, PlatformTransactionManager transactions) {
        return new RecordedTests(tests, acts, new TransactionTemplate(transactions));
    }
}
