package vn.dancu.bus.document.summary;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SummaryWiring {

    @Bean
    SummaryWriter summaryWriter() {
        return new PdfSummary();
    }
}
