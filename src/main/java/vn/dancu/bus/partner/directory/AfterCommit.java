package vn.dancu.bus.partner.directory;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What may see changes only when they are committed: before that they may be rolled back, and their revision number be used again. */
public final class AfterCommit {

    /** Runs that after the commit of the transaction that is open, or at once where none is. */
    public static void run(Runnable refresh) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            refresh.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                refresh.run();
            }
        });
    }

    private AfterCommit() {}
}
