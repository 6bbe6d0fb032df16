package vn.dancu.bus.document.ledger;

import org.springframework.transaction.support.TransactionTemplate;
import vn.dancu.bus.delivery.ClaimChecks;

/**
 * Where documents are kept: what is known of them, parts of long answers, their bytes, and the transaction that all of it shares
 * with the outbox.
 */
public record DocumentStore(
        DocumentLedger ledger, ResultChunks chunks, ClaimChecks claims, TransactionTemplate transaction) {}
