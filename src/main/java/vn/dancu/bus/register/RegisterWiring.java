package vn.dancu.bus.register;

import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.batch.QuestionsInFlight;

@Configuration(proxyBeanMethods = false)
class RegisterWiring {

    @Bean
    @ConditionalOnProperty(name = RegisterSettings.KIND, havingValue = "database", matchIfMissing = true)
    JdbcCitizenReader citizenReader(
            DataSource dataSource, RegisterSettings settings, QuestionsInFlight questions, MeterRegistry registry) {
        return new JdbcCitizenReader(
                dataSource, settings.timeout(), JdbcCitizenReader.MAX_WAITING, questions, registry);
    }

    @Bean
    @ConditionalOnProperty(name = RegisterSettings.KIND, havingValue = "database", matchIfMissing = true)
    PopulationRegister populationRegister(
            DataSource dataSource, JdbcCitizenReader citizens, RegisterSettings settings) {
        return new JdbcRegister(dataSource, citizens, settings.timeout());
    }

    /** In the role upstream the tables are empty, and a person is known by the number that was used. */
    @Bean
    PersonNumbers personNumbers(DataSource dataSource, RegisterSettings settings) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.setQueryTimeout(Math.toIntExact(Math.max(1, settings.timeout().toSeconds())));
        return new JdbcPersonNumbers(jdbc);
    }
}
