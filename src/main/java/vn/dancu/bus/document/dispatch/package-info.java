/**
 * What the room sends: answers and statuses to the senders of documents, and to the axis how far each delivery came. Everything goes
 * through the outbox, in the transaction of what it reports.
 *
 * <p>Face inside the room: {@link vn.dancu.bus.document.dispatch.DocumentDispatch}.
 */
@NullMarked
package vn.dancu.bus.document.dispatch;

import org.jspecify.annotations.NullMarked;
