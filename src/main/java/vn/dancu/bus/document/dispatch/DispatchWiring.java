package vn.dancu.bus.document.dispatch;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.document.DocumentSettings;
import vn.dancu.bus.document.answer.AnswerWriter;
import vn.dancu.bus.document.axis.AxisAccounts;

@Configuration(proxyBeanMethods = false)
class DispatchWiring {

    @Bean
    DocumentDispatch documentDispatch(
            Outbox outbox, AnswerWriter writer, AxisAccounts accounts, DocumentSettings settings, Clock clock) {
        return new DocumentDispatch(outbox, writer, accounts, settings.name(), clock);
    }
}
