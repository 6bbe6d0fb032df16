package vn.dancu.bus.desk.report;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.audit.inspection.Inspection;
import vn.dancu.bus.job.JobLog;
import vn.dancu.bus.partner.Partners;

@Configuration(proxyBeanMethods = false)
class ReportDeskWiring {

    @Bean
    ReportFiles reportFiles(Inspection inspection, Partners partners, JobLog jobs) {
        return new ReportFiles(inspection, partners, jobs);
    }
}
