package vn.dancu.bus.document.dispatch;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.delivery.Outbox;
import vn.dancu.bus.document.DocumentSettings;
import vn.dancu.bus.document.SentDocuments;
import vn.dancu.bus.document.answer.AnswerWriter;
import vn.dancu.bus.document.axis.AxisAccounts;
import vn.dancu.bus.document.unpack.DocumentOpener;

@Configuration(proxyBeanMethods = false)
class DispatchWiring {

    @Bean
    DocumentDispatch documentDispatch(
            Outbox outbox, AnswerWriter writer, AxisAccounts accounts, DocumentSettings settings, Clock clock) {
        return new DocumentDispatch(outbox, writer, accounts, settings.name(), clock);
    }

    @Bean
    SentDocuments sentDocuments(
            DocumentDispatch dispatch, AnswerWriter writer, DocumentOpener opener, ClaimChecks claims, Clock clock) {
        return new LetterSender(dispatch, writer, opener, claims, clock);
    }
}
