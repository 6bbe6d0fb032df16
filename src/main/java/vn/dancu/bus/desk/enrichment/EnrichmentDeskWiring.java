package vn.dancu.bus.desk.enrichment;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.audit.Acts;
import vn.dancu.bus.enrichment.EnrichmentJobs;
import vn.dancu.bus.enrichment.difference.Differences;

@Configuration(proxyBeanMethods = false)
class EnrichmentDeskWiring {

    @Bean
    JobSteering jobSteering(
            EnrichmentJobs jobs, Differences differences, Acts acts, PlatformTransactionManager transactions) {
        return new JobSteering(jobs, differences, acts, new TransactionTemplate(transactions));
    }
}
