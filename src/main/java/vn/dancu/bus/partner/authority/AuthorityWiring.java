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

    @Bean
    Authorities authorities(JdbcTemplate jdbc, PlatformTransactionManager transactions, Acts acts, Clock clock)
            throws IOException {
        // It keeps the class loader of its thread, which ends with the server: none is kept beyond a start.
        ClassPathResource kinds = new ClassPathResource("connection/kinds.yaml");
        return new AuthorityRegistrar(
                new JdbcAuthorities(jdbc, new TransactionTemplate(transactions)),
                new AuthorityKindReader().read(kinds.getPath(), kinds.getContentAsString(StandardCharsets.UTF_8)),
                acts,
                clock);
    }
}
