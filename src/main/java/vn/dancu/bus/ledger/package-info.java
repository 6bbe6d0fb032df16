/**
 * The ledger of messages: what each door took, and what became of it, for each partner and hour; at the end of a day a signed
 * sheet.
 *
 * <p>Faces: {@link vn.dancu.bus.ledger.DoorLedger} for doors, {@link vn.dancu.bus.ledger.Balances} and
 * {@link vn.dancu.bus.ledger.DaySheets} for who looks; {@link vn.dancu.bus.ledger.RoomBook} is the port to a room that keeps its own
 * book. A door counts a message when it takes it, before anything is known of it, and again when it lets go of it; the trail of audit
 * is a witness and not the source. {@link vn.dancu.bus.ledger.UnevenHour} is published when both or one of them do not balance.
 * Nothing about a person is in it.
 */
@NullMarked
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"kernel", "audit", "audit :: evidence", "audit :: inspection", "job"})
package vn.dancu.bus.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
