package vn.dancu.bus.enrichment.intake;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.enrichment.EnrichmentJobs;
import vn.dancu.bus.enrichment.EnrichmentSettings;
import vn.dancu.bus.enrichment.EnrichmentSources;
import vn.dancu.bus.enrichment.difference.Differences;
import vn.dancu.bus.enrichment.manifest.DeliveryManifestReader;
import vn.dancu.bus.partner.Partners;
import vn.dancu.bus.register.RegisterSettings;

@Configuration(proxyBeanMethods = false)
class DeliveryIntakeWiring {

    private static final Duration LOOK = Duration.ofMinutes(10);

    private final EnrichmentSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeliveryIntakeWiring(EnrichmentSettings settings, PlatformTransactionManager transactions, Clock clock) {
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Bean
    DeliveryAdmission deliveryAdmission(
            Partners partners,
            EnrichmentSources sources,
            DeliveryManifestReader manifests,
            ClaimChecks claims,
            RegisterSettings register) {
        long most = settings.intake().most().toBytes();
        return new DeliveryAdmission(partners, sources, manifests, claims, settings.limits(), most, register);
    }

    @Bean
    JdbcUploads uploads(JdbcTemplate jdbc, ClaimChecks claims) {
        return new JdbcUploads(jdbc, claims, clock);
    }

    @Bean
    EnrichmentIntake enrichmentIntake(
            DeliveryAdmission admission,
            EnrichmentJobs jobs,
            EnrichmentSources sources,
            ClaimChecks claims,
            JdbcUploads uploads,
            Differences differences) {
        AdmittedIntake.Terms terms = new AdmittedIntake.Terms(
                differences, transaction, settings.intake().open(), clock);
        return new AdmittedIntake(admission, jobs, sources, claims, uploads, terms);
    }

    @Bean
    UploadRetention uploadRetention(JdbcUploads uploads) {
        return new UploadRetention(uploads, transaction, settings.intake().keep());
    }

    @Bean
    SchedulingConfigurer uploadDeletion(UploadRetention retention) {
        return tasks -> tasks.addFixedDelayTask(retention::run, LOOK);
    }
}
