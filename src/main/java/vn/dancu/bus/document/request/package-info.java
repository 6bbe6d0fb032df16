/**
 * The work on documents: who asks, what is asked, the same inquiry for each person as at every other door, and the answer with its
 * statuses, which are put into the outbox in the transaction that ends the work.
 *
 * <p>A crash at any point repeats what was not kept yet and loses nothing: a document ends only with its lease.
 */
@NullMarked
package vn.dancu.bus.document.request;

import org.jspecify.annotations.NullMarked;
