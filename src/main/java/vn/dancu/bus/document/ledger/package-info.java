/**
 * The tables of documents: who took which, how far it came and what it ended as. One row is one document, and only who holds its
 * lease may end it.
 *
 * <p>Face inside the room: {@link vn.dancu.bus.document.ledger.DocumentLedger}.
 */
@NullMarked
package vn.dancu.bus.document.ledger;

import org.jspecify.annotations.NullMarked;
