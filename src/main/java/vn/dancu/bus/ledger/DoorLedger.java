package vn.dancu.bus.ledger;

/** Where doors enter what they take. */
@FunctionalInterface
public interface DoorLedger {

    /**
     * Enters a message that was just taken; it is in work until its entry ends. An entry that does not end within
     * {@code dancu.ledger.missing-after} is a message that was lost.
     *
     * @param door {@code soap}, {@code rest}, {@code adapter}, {@code xroad}, {@code xroad-rest}, {@code jms}, {@code me} or {@code sms}
     */
    LedgerEntry took(String door);
}
