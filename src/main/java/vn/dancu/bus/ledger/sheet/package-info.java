/** Sheets of days: the balance as text, signed by the key of the seals. */
@NullMarked
package vn.dancu.bus.ledger.sheet;

import org.jspecify.annotations.NullMarked;
