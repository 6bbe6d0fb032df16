package vn.dancu.bus.document.answer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.document.signature.DocumentSignatures;
import vn.dancu.bus.message.MessageContext;

@Configuration(proxyBeanMethods = false)
class AnswerWiring {

    @Bean
    AnswerWriter answerWriter(MessageContext messages, DocumentSignatures signatures) {
        return new EdxmlAnswerWriter(messages, signatures);
    }
}
