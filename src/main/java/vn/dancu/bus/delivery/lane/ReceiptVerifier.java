package vn.dancu.bus.delivery.lane;

import java.util.UUID;

/** Checks the receipts that destinations give with their answer. */
@FunctionalInterface
public interface ReceiptVerifier {

    /** Whether that is the receipt of this message, signed by its destination. */
    boolean isReceipt(String destination, UUID id, String sha256, String receipt);
}
