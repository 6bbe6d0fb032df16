package vn.dancu.bus.partner.authority;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;

@Configuration(proxyBeanMethods = false)
class AuthorityWiring {

    private static final ClassPathResource KINDS = new ClassPathResource("connection/kinds.yaml");

    @Bean
    Authorities authorities(JdbcTemplate jdbc, PlatformTransactionManager transactions, Acts acts, Clock clock)
            throws IOException {
        return new AuthorityRegistrar(
                new JdbcAuthorities(jdbc, new TransactionTemplate(transactions)),
                new AuthorityKindReader().read(KINDS.getPath(), KINDS.getContentAsString(StandardCharsets.UTF_8)),
                acts,
                clock);
    }
}
