package vn.dancu.bus.partner.contact;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.partner.authority.Authorities;
import vn.dancu.bus.partner.calendar.WorkingDays;

@Configuration(proxyBeanMethods = false)
class ContactWiring {

    @Bean
    Contacts contacts(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Authorities authorities,
            Acts acts,
            WorkingDays workingDays,
            Clock clock) {
        return new ContactPublisher(
                new JdbcContacts(jdbc, new TransactionTemplate(transactions)), authorities, acts, workingDays, clock);
    }
}
