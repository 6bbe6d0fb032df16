package vn.dancu.bus.partner.credential;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.expiry.ExpirySource;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.PartnerSettings;

@Configuration(proxyBeanMethods = false)
class CredentialWiring {

    @Bean
    ExpirySource partnerExpiries(JdbcTemplate jdbc) {
        return new JdbcPartnerExpiries(jdbc);
    }

    @Bean
    Credentials credentials(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Acts acts,
            MasterKey masterKey,
            PartnerSettings settings,
            Clock clock,
            ApplicationEventPublisher rooms) {
        return new CredentialIssuer(
                new JdbcCredentials(jdbc),
                new TransactionTemplate(transactions),
                acts,
                SecretBox.forUse(masterKey.bytes(), "partner/secret"),
                settings.credentialLifetime(),
                clock,
                rooms::publishEvent);
    }
}
