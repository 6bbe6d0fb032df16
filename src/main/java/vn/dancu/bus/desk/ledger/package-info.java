/** The desk of the ledger: the balance of the doors, and the signed sheets of days. */
@NullMarked
package vn.dancu.bus.desk.ledger;

import org.jspecify.annotations.NullMarked;
