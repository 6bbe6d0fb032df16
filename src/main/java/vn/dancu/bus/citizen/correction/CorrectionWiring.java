package vn.dancu.bus.citizen.correction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.audit.DataDeletion;
import vn.dancu.bus.citizen.AnswerTerm;
import vn.dancu.bus.citizen.CaseNumbers;
import vn.dancu.bus.citizen.CorrectionSettings;
import vn.dancu.bus.citizen.PersonHashes;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.document.ReplyListener;
import vn.dancu.bus.document.SentDocuments;
import vn.dancu.bus.kernel.MasterKey;
import vn.dancu.bus.kernel.SecretBox;

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
            ApplicationEventPublisher rooms,
            AnswerTerm term) {
        return new CorrectionTerms(
                settings,
                corrections,
                documents,
                acts,
                new TransactionTemplate(transactions),
                rooms::publishEvent,
                term);
    }

    @Bean
    CorrectionSubmitter corrections(
            JdbcCorrections corrections,
            SentDocuments documents,
            CorrectionTexts texts,
            CorrectionTerms terms,
            Acts acts,
            PlatformTransactionManager transactions,
            PersonHashes persons,
            CaseNumbers numbers) {
        return new CorrectionSubmitter(
                corrections, documents, texts, terms, acts, new TransactionTemplate(transactions), persons, numbers);
    }

    @Bean
    ReplyListener correctionReplies(JdbcCorrections corrections, CorrectionTexts texts, ClaimChecks claims, Acts acts) {
        return new CorrectionReplies(corrections, texts, claims, acts);
    }

    @Bean
    SchedulingConfigurer correctionTermTasks(
            CorrectionTerms terms, CorrectionSettings settings, DataDeletion deletion, ClaimChecks claims) {
        return tasks -> {
            tasks.addFixedDelayTask(terms::run, settings.sweep());
            tasks.addFixedDelayTask(() -> terms.deleteOld(deletion, claims), settings.sweep());
        };
    }

    @Bean
    Gauge overdueCorrections(MeterRegistry registry, CorrectionTerms terms) {
        return Gauge.builder("dancu.citizen.corrections.overdue", terms::overdue)
                .description("Correction requests of citizens that were not answered in time")
                .register(registry);
    }
}
