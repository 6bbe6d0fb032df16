/** Signed receipts, made and checked with one key for each other party. */
@NullMarked
package vn.dancu.bus.delivery.receipt;

import org.jspecify.annotations.NullMarked;
