/**
 * The console's page for the ledger: where the messages of the doors are, by hour, door and partner, and the signed sheets of
 * days that are over.
 *
 * <p>No face. What is even is decided by {@link vn.dancu.bus.ledger.Balances}.
 */
@NullMarked
package vn.dancu.bus.desk.console.ledger;

import org.jspecify.annotations.NullMarked;
