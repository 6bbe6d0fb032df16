package vn.dancu.bus.citizen.correction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.PersonHash;
import vn.dancu.bus.citizen.CorrectionSettings;
import vn.dancu.bus.citizen.VerifiedCitizen;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.document.ReplyListener;
import vn.dancu.bus.document.SentDocuments;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;
import vn.dancu.bus.partner.calendar.WorkingDays;
import vn.dancu.bus.register.PersonNumbers;

@Configuration(proxyBeanMethods = false)
class CorrectionWiring {

    @Bean
    JdbcCorrections correctionTable(JdbcTemplate jdbc) {
        return new JdbcCorrections(jdbc);
    }

    @Bean
    CorrectionTexts correctionTexts(MasterKey masterKey) {
        return new CorrectionTexts(SecretBox.forUse(masterKey.bytes(), "citizen/correction"));
    }

    @Bean
    CorrectionTerms correctionTerms(
            CorrectionSettings settings,
            JdbcCorrections corrections,
            SentDocuments documents,
            Acts acts,
            PlatformTransactionManager transactions,
            WorkingDays calendar,
            Clock clock) {
        return new CorrectionTerms(
                settings, corrections, documents, acts, new TransactionTemplate(transactions), calendar, clock);
    }

    @Bean
    CorrectionSubmitter corrections(
            JdbcCorrections corrections,
            SentDocuments documents,
            CorrectionTexts texts,
            CorrectionTerms terms,
            CorrectionSettings settings,
            Acts acts,
            PlatformTransactionManager transactions,
            Function<VerifiedCitizen, List<byte[]>> citizenHashes) {
        return new CorrectionSubmitter(
                corrections,
                documents,
                texts,
                terms,
                settings,
                acts,
                new TransactionTemplate(transactions),
                citizenHashes);
    }

    /** That of the number in force first. */
    @Bean
    Function<VerifiedCitizen, List<byte[]>> citizenHashes(PersonNumbers numbers, MasterKey masterKey) {
        SecretBox box = SecretBox.forUse(masterKey.bytes(), PersonHash.USE);
        return citizen -> Stream.concat(
                        Stream.of(citizen.number()),
                        numbers.of(citizen.number()).stream().filter(it -> !it.equals(citizen.number())))
                .map(number -> PersonHash.of(box, number))
                .toList();
    }

    @Bean
    ReplyListener correctionReplies(JdbcCorrections corrections, CorrectionTexts texts, ClaimChecks claims, Acts acts) {
        return new CorrectionReplies(corrections, texts, claims, acts);
    }

    @Bean
    SchedulingConfigurer correctionTermTasks(CorrectionTerms terms, CorrectionSettings settings) {
        return tasks -> tasks.addFixedDelayTask(terms::run, settings.sweep());
    }

    @Bean
    Gauge overdueCorrections(MeterRegistry registry, CorrectionTerms terms) {
        return Gauge.builder("dancu.citizen.corrections.overdue", terms::overdue)
                .description("Correction requests of citizens that were not answered in time")
                .register(registry);
    }
}
