package vn.dancu.bus.enrichment.intake;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Deletes uploads that were abandoned or have ended, some at a time. */
final class UploadRetention {

    private final JdbcUploads uploads;
    private final TransactionTemplate transaction;
    private final Duration kept;

    UploadRetention(JdbcUploads uploads, TransactionTemplate transaction, Duration kept) {
        this.uploads = uploads;
        this.transaction = transaction;
        this.kept = kept;
    }

    void run() {
        while (Boolean.TRUE.equals(transaction.execute(status -> isSomeDeleted()))) {
            // until none are left
        }
    }

    private boolean isSomeDeleted() {
        List<UUID> old = uploads.old(kept);
        old.forEach(uploads::delete);
        return !old.isEmpty();
    }
}
