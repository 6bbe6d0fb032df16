package vn.dancu.bus.gateway.rest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.gateway.WebRefusals;
import vn.dancu.bus.inquiry.Inquiries;
import vn.dancu.bus.message.MessageContext;

@Configuration(proxyBeanMethods = false)
class RestWiring {

    @Bean
    QuestionExchange questionExchange(Inquiries inquiries, MessageContext messages, WebRefusals refusals) {
        return new QuestionExchange(inquiries, messages.populationJson(), refusals);
    }
}
