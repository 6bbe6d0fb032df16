package vn.dancu.bus.desk.evidence;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.audit.evidence.Evidence;
import vn.dancu.bus.job.JobLog;

@Configuration(proxyBeanMethods = false)
class EvidenceDeskWiring {

    @Bean
    EvidenceFiles evidenceFiles(Evidence evidence, JobLog jobs) {
        return new EvidenceFiles(evidence, jobs);
    }
}
