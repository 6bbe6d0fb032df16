package vn.dancu.bus.consent;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.DataDeletion;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.batch.QuestionsInFlight;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.partner.notice.Notices;

@Configuration(proxyBeanMethods = false)
class ConsentWiring {

    @Bean
    PersonSeal personSeal(MasterKey masterKey) {
        return new PersonSeal(SecretBox.forUse(masterKey.bytes(), "consent/person"));
    }

    @Bean
    ConsentTexts consentTexts(ConsentSettings settings) throws IOException {
        Resource file = settings.texts();
        return ConsentTexts.read(file.getDescription(), file.getContentAsString(StandardCharsets.UTF_8));
    }

    @Bean
    JdbcConsentReader consentReader(
            DataSource dataSource,
            PersonSeal seal,
            ConsentSettings settings,
            Clock clock,
            QuestionsInFlight questions,
            MeterRegistry registry) {
        return new JdbcConsentReader(dataSource, seal::hash, settings.timeout(), clock, questions, registry);
    }

    @Bean
    ConsentNotes consentNotes(Acts acts, Notices notices, MasterKey masterKey) {
        return new ConsentNotes(acts, notices, SecretBox.forUse(masterKey.bytes(), PersonHash.USE));
    }

    @Bean
    ConsentRequests consentRequests(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            PersonSeal seal,
            ConsentTerms terms,
            Partners partners,
            ConsentTexts texts,
            ConsentNotes notes,
            ConsentRequester.Limits limits) {
        return new ConsentRequester(
                new JdbcConsents(jdbc),
                new TransactionTemplate(transactions),
                seal,
                terms,
                partners,
                texts,
                notes,
                limits);
    }

    @Bean
    ConsentRequester.Limits consentLimits(ConsentSettings settings, Clock clock) {
        return new ConsentRequester.Limits(settings, clock);
    }

    @Bean
    ConsentDecider consents(
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            PersonSeal seal,
            ConsentNotes notes,
            Clock clock) {
        return new ConsentDecider(new JdbcConsents(jdbc), new TransactionTemplate(transactions), seal, notes, clock);
    }

    @Bean
    SchedulingConfigurer consentSweep(ConsentDecider consents, ConsentSettings settings, DataDeletion deletion) {
        return tasks -> {
            tasks.addFixedDelayTask(consents::endOver, settings.sweep());
            tasks.addFixedDelayTask(() -> consents.deleteOld(deletion, settings.keep()), settings.sweep());
        };
    }
}
