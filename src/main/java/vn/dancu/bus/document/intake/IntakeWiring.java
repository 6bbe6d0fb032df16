package vn.dancu.bus.document.intake;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dancu.bus.delivery.ReceivedMessages;
import vn.dancu.bus.document.DocumentIntake;
import vn.dancu.bus.document.DocumentLimitSettings;
import vn.dancu.bus.document.DocumentSettings;
import vn.dancu.bus.document.ReplyListener;
import vn.dancu.bus.document.agency.AgencyDirectory;
import vn.dancu.bus.document.axis.AxisAccounts;
import vn.dancu.bus.document.dispatch.DocumentDispatch;
import vn.dancu.bus.document.ledger.DocumentStore;
import vn.dancu.bus.document.ledger.UnfetchedItems;
import vn.dancu.bus.document.unpack.DocumentOpener;

@Configuration(proxyBeanMethods = false)
class IntakeWiring {

    private final DocumentSettings settings;
    private final DocumentLimitSettings limits;
    private final Clock clock;

    IntakeWiring(DocumentSettings settings, DocumentLimitSettings limits, Clock clock) {
        this.settings = settings;
        this.limits = limits;
        this.clock = clock;
    }

    @Bean
    DocumentIntake documentIntake(
            DocumentStore store,
            DocumentOpener opener,
            ReceivedMessages received,
            DocumentDispatch dispatch,
            AgencyDirectory directory,
            AxisAccounts accounts,
            UnfetchedItems unfetched,
            ObjectProvider<ReplyListener> listeners) {
        ReplyRouter replies = new ReplyRouter(() -> listeners.orderedStream().toList(), clock);
        ChangeRequests changes = new ChangeRequests(
                store.ledger(),
                dispatch,
                new Withdrawals(store, dispatch),
                new ChangeOrder(store.ledger(), accounts),
                replies);
        return new DocumentTaker(
                store,
                new ArrivalReader(
                        store.claims(), opener, directory, limits.document().toBytes()),
                received,
                dispatch,
                changes,
                new FetchFailures(unfetched, settings, clock),
                new StatusJournal(store.ledger(), changes, replies),
                clock);
    }
}
