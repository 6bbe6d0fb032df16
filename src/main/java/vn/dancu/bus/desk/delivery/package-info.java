/** The desk of store-and-forward: what lies in the outbox, its dead letters and its balance. Bodies and headers are never shown. */
@NullMarked
package vn.dancu.bus.desk.delivery;

import org.jspecify.annotations.NullMarked;
