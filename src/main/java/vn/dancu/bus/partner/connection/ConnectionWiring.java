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
import vn.dancu.bus.partner.PartnerLifecycle;
import vn.dancu.bus.partner.PartnerSettings;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.partner.credential.Credentials;

@Configuration(proxyBeanMethods = false)
class ConnectionWiring {

    private static final String KINDS = "connection/kinds.yaml";

    @Bean
    Authorities authorities(JdbcTemplate jdbc, PlatformTransactionManager transactions, Acts acts, Clock clock) {
        return new AuthorityRegistrar(
                new JdbcAuthorities(jdbc, new TransactionTemplate(transactions)),
                new AuthorityKindReader().read(KINDS, text(new ClassPathResource(KINDS), KINDS)),
                acts,
                clock);
    }

    @Bean
    JdbcStepPlans connectionPlans(JdbcTemplate jdbc, Clock clock) {
        return new JdbcStepPlans(jdbc, new StepPlanReader(), clock);
    }

    @Bean
    ApplicationJournal connectionLedger(
            JdbcTemplate jdbc,
            JdbcStepPlans plans,
            PlatformTransactionManager transactions,
            Acts acts,
            WorkingDays workingDays,
            Clock clock) {
        return new ApplicationJournal(
                new JdbcApplications(jdbc),
                new JdbcApplicationMoves(jdbc),
                plans,
                new ApplicationActs(acts),
                workingDays,
                new TransactionTemplate(transactions),
                clock);
    }

    @Bean
    Connections connections(
            PartnerSettings settings,
            JdbcStepPlans plans,
            ApplicationJournal journal,
            Authorities authorities,
            Partners partners,
            PartnerLifecycle lifecycle,
            Credentials credentials,
            JdbcTemplate jdbc) {
        Resource file = settings.steps();
        StepPlan plan = plans.keep(file.getDescription(), text(file, "dancu.partner.steps"));
        return new DelegatingConnections(
                plan,
                new ApplicationOpener(journal, plan, authorities, partners, lifecycle),
                new ApplicationWorkflow(journal, credentials, lifecycle),
                journal,
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
