package vn.dancu.bus.document.intake;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.delivery.ReceivedMessages;
import vn.dancu.bus.document.DocumentIntake;
import vn.dancu.bus.document.DocumentLimitSettings;
import vn.dancu.bus.document.DocumentSettings;
import vn.dancu.bus.document.agency.AgencyDirectory;
import vn.dancu.bus.document.axis.AxisAccounts;
import vn.dancu.bus.document.dispatch.DocumentDispatch;
import vn.dancu.bus.document.ledger.DocumentStore;
import vn.dancu.bus.document.ledger.UnfetchedItems;
import vn.dancu.bus.document.unpack.DocumentOpener;

@Configuration(proxyBeanMethods = false)
class IntakeWiring {

    @Bean
    DocumentIntake documentIntake(
            DocumentStore store,
            DocumentOpener opener,
            ReceivedMessages received,
            DocumentDispatch dispatch,
            AgencyDirectory directory,
            AxisAccounts accounts,
            UnfetchedItems unfetched,
            DocumentSettings settings,
            DocumentLimitSettings limits,
            Clock clock) {
        ChangeRequests changes = new ChangeRequests(store.ledger(), dispatch, new Withdrawals(store, dispatch));
        return new DocumentTaker(
                store,
                new ArrivalReader(store.claims(), opener, directory),
                received,
                dispatch,
                changes,
                new ChangeOrder(store.ledger(), accounts),
                new FetchFailures(unfetched, settings, clock),
                new StatusJournal(store.ledger(), changes),
                limits.document().toBytes(),
                clock);
    }
}
