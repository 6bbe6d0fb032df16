package vn.dancu.bus.partner.connection.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.dancu.bus.partner.PartnerSettings;

@Configuration(proxyBeanMethods = false)
class PlanWiring {

    @Bean
    StepPlans stepPlans(JdbcTemplate jdbc, PartnerSettings settings, Clock clock) throws IOException {
        Resource file = settings.steps();
        return new JdbcStepPlans(jdbc, clock, file.getDescription(), file.getContentAsString(StandardCharsets.UTF_8));
    }
}
