package vn.dancu.bus.job;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JobWiring {

    @Bean
    JobLog jobLog(Clock clock) {
        return new JobLog(clock);
    }

    @Bean
    Jobs jobs(List<JobSource> sources, Clock clock) {
        return new Jobs(sources, clock);
    }
}
