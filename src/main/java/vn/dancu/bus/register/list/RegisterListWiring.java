package vn.dancu.bus.register.list;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class RegisterListWiring {

    /** In the transaction of whoever asks. */
    @Bean
    RegisterLists registerLists(JdbcTemplate jdbc) {
        return new JdbcRegisterLists(jdbc);
    }
}
