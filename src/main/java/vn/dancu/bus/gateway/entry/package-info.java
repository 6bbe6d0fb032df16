/** Enters what the HTTP doors take into the ledger, and notes whose it is. */
@NullMarked
package vn.dancu.bus.gateway.entry;

import org.jspecify.annotations.NullMarked;
