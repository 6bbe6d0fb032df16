package vn.dancu.bus.register;

import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.batch.QuestionsInFlight;

@Configuration(proxyBeanMethods = false)
class RegisterWiring {

    @Bean
    JdbcCitizenReader citizenReader(
            DataSource dataSource, RegisterSettings settings, QuestionsInFlight questions, MeterRegistry registry) {
        return new JdbcCitizenReader(
                dataSource, settings.timeout(), JdbcCitizenReader.MAX_WAITING, questions, registry);
    }

    @Bean
    PopulationRegister populationRegister(
            DataSource dataSource, JdbcCitizenReader citizens, RegisterSettings settings) {
        return new JdbcRegister(dataSource, citizens, settings.timeout());
    }

    @Bean
    PersonNumbers personNumbers(DataSource dataSource, RegisterSettings settings) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.setQueryTimeout(Math.toIntExact(Math.max(1, settings.timeout().toSeconds())));
        return new JdbcPersonNumbers(jdbc);
    }
}
