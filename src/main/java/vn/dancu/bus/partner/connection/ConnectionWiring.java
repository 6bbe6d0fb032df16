package vn.dancu.bus.partner.connection;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.partner.PartnerLifecycle;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.partner.conformance.ConformanceResults;
import vn.dancu.bus.partner.connection.plan.StepPlan;
import vn.dancu.bus.partner.connection.plan.StepPlans;
import vn.dancu.bus.partner.credential.Credentials;

@Configuration(proxyBeanMethods = false)
class ConnectionWiring {

    @Bean
    ApplicationJournal applicationJournal(
            JdbcTemplate jdbc,
            StepPlans plans,
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
            StepPlans plans,
            ApplicationJournal journal,
            Authorities authorities,
            Partners partners,
            PartnerLifecycle lifecycle,
            Credentials credentials,
            ConformanceResults conformance,
            JdbcTemplate jdbc) {
        StepPlan plan = plans.current();
        return new DelegatingConnections(
                plan,
                new ApplicationOpener(journal, plan, authorities, partners, lifecycle),
                new ApplicationWorkflow(journal, credentials, lifecycle, conformance),
                journal,
                new JdbcApplications(jdbc));
    }
}
