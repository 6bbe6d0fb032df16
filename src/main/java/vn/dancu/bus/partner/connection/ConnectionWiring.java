package vn.dancu.bus.partner.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.partner.LifeCycle;
import vn.dancu.bus.partner.PartnerSettings;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.partner.credential.Credentials;

@Configuration(proxyBeanMethods = false)
class ConnectionWiring {

    private static final String KINDS = "connection/kinds.yaml";

    @Bean
    Authorities authorities(JdbcTemplate jdbc, PlatformTransactionManager transactions, Acts acts, Clock clock) {
        return new Registering(
                new JdbcAuthorities(jdbc, new TransactionTemplate(transactions)),
                new KindFileReading().read(KINDS, text(new ClassPathResource(KINDS), KINDS)),
                acts,
                clock);
    }

    @Bean
    JdbcPlans connectionPlans(JdbcTemplate jdbc, Clock clock) {
        return new JdbcPlans(jdbc, new StepFileReading(), clock);
    }

    @Bean
    Ledger connectionLedger(
            JdbcTemplate jdbc,
            JdbcPlans plans,
            PlatformTransactionManager transactions,
            Acts acts,
            WorkingDays workingDays,
            Clock clock) {
        return new Ledger(
                new JdbcApplications(jdbc),
                new JdbcMoves(jdbc),
                plans,
                new MoveActs(acts),
                workingDays,
                new TransactionTemplate(transactions),
                clock);
    }

    @Bean
    Connections connections(
            PartnerSettings settings,
            JdbcPlans plans,
            Ledger ledger,
            Authorities authorities,
            Partners partners,
            LifeCycle lifeCycle,
            Credentials credentials,
            JdbcTemplate jdbc) {
        Resource file = settings.steps();
        StepPlan plan = plans.keep(file.getDescription(), text(file, "dancu.partner.steps"));
        return new Connecting(
                plan,
                new Opening(ledger, plan, authorities, partners, lifeCycle),
                new Moving(ledger, credentials, lifeCycle),
                ledger,
                new JdbcApplications(jdbc));
    }

    private static String text(Resource file, String setting) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(setting + " must name a readable file: " + file.getDescription(), e);
        }
    }
}
