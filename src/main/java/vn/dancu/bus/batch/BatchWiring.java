package vn.dancu.bus.batch;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BatchWiring {

    @Bean
    QuestionsInFlight questionsInFlight() {
        return new QuestionsInFlight();
    }
}
