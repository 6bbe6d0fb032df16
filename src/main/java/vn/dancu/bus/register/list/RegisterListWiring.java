package vn.dancu.bus.register.list;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class RegisterListWiring {

    /** In the transaction of whoever asks. */
    @Bean
    @ConditionalOnProperty(name = "dancu.register.kind", havingValue = "database", matchIfMissing = true)
    RegisterLists registerLists(JdbcTemplate jdbc) {
        return new JdbcRegisterLists(jdbc);
    }
}
