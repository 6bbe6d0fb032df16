package vn.dancu.bus.register.list;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.register.RegisterSettings;

@Configuration(proxyBeanMethods = false)
class RegisterListWiring {

    /** In the transaction of whoever asks. */
    @Bean
    RegisterLists registerLists(JdbcTemplate jdbc, RegisterSettings settings) {
        RegisterLists lists = new JdbcRegisterLists(jdbc);
        return settings.kind() == RegisterSettings.Kind.DATABASE ? lists : new AwayLists(lists);
    }
}
