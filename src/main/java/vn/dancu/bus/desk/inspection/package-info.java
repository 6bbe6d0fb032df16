/**
 * The inspectors' desk: searches the trail and shows the person of one record.
 *
 * <p>Every question is recorded; nothing is changed. A person's number comes in a body and leaves only in the answer that
 * shows one record, never in a path, a query or the name of a file.
 */
@NullMarked
package vn.dancu.bus.desk.inspection;

import org.jspecify.annotations.NullMarked;
