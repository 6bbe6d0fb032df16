package vn.dancu.bus.document.ledger;

import java.time.Instant;
import java.util.Map;
import vn.dancu.bus.document.AxisDelivery;
import vn.dancu.bus.document.DocumentIntake.ItemState;
import vn.dancu.bus.kernel.ErrorCode;

/** Items of the axis that could not be fetched or taken. */
public interface UnfetchedItems {

    /** Whether that item was taken, or failed and waits for its next try. */
    ItemState state(AxisDelivery delivery);

    /** Notes a failure, and lets the item wait; the longer it has failed, the longer. */
    Failures failed(AxisDelivery delivery, ErrorCode cause);

    /** How many there are that were not taken since, by account. */
    Map<String, Long> waiting();

    /** How often an item has failed, and when first. */
    record Failures(int attempts, Instant first) {}
}
