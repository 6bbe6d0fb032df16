package vn.dancu.bus.register;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RegisterWiring {

    @Bean
    PopulationRegister populationRegister(DataSource dataSource, RegisterSettings settings) {
        return new JdbcRegister(dataSource, settings.timeout());
    }
}
