package vn.dancu.bus.document.intake;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.ClaimChecks;
import vn.dancu.bus.delivery.ReceivedMessages;
import vn.dancu.bus.document.DocumentIntake;
import vn.dancu.bus.document.DocumentLimitSettings;
import vn.dancu.bus.document.dispatch.DocumentDispatch;
import vn.dancu.bus.document.ledger.DocumentLedger;
import vn.dancu.bus.document.ledger.ResultChunks;
import vn.dancu.bus.document.unpack.DocumentOpener;

@Configuration(proxyBeanMethods = false)
class IntakeWiring {

    @Bean
    DocumentIntake documentIntake(
            ClaimChecks claims,
            DocumentOpener opener,
            ReceivedMessages received,
            DocumentLedger ledger,
            ResultChunks chunks,
            DocumentDispatch dispatch,
            PlatformTransactionManager transactions,
            DocumentLimitSettings limits,
            Clock clock) {
        ChangeRequests changes = new ChangeRequests(ledger, dispatch, new Withdrawals(ledger, chunks, claims, dispatch));
        return new DocumentTaker(
                claims,
                new ArrivalReader(claims, opener),
                received,
                ledger,
                dispatch,
                changes,
                new StatusJournal(ledger, changes),
                new TransactionTemplate(transactions),
                limits.document().toBytes(),
                clock);
    }
}
